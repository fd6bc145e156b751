package dev.mailbrake.mailbox;

import java.time.Duration;

/**
 * Why the other side did not do what it was asked, in words for a person.
 *
 * @param kind what it means for the next step
 * @param reason what happened, one sentence without a full stop, the other side's own words where
 *     it gave any
 * @param remedy what a person can do about it, one sentence
 * @param pause how long to leave the other side alone; zero where it did not say
 */
public record Failure(Kind kind, String reason, String remedy, Duration pause) {

  /** What a trouble means for the next step. */
  public enum Kind {
    /** Passing: the same call may go through later. */
    RETRY_LATER,
    /**
     * Passing at first: the other side gave a reason, but in an answer that does not prove that
     * nothing happened. The same reason again and again, with nothing changed, is final.
     */
    UNPROVEN,
    /** Final: the other side gave a reason, and repeating the call changes nothing. */
    REFUSED,
    /** Final: what was named is not there. */
    NOT_FOUND,
    /** Final until somebody mends our own credentials or settings. */
    CREDENTIALS
  }

  /**
   * A trouble that passes.
   *
   * @param pause how long the other side is to be left alone; zero where nobody said
   */
  public static Failure passing(String reason, Duration pause) {
    long minutes = pause.plusSeconds(59).toMinutes();
    String when = minutes <= 1 ? "a minute" : minutes + " minutes";
    return new Failure(Kind.RETRY_LATER, reason, "Please try again in " + when + ".", pause);
  }

  /** A reason that the other side gave in an answer that does not prove that nothing happened. */
  public static Failure unproven(String reason, String remedy) {
    return new Failure(Kind.UNPROVEN, reason, remedy, Duration.ZERO);
  }

  /** A final refusal of what was asked. */
  public static Failure refused(String reason, String remedy) {
    return new Failure(Kind.REFUSED, reason, remedy, Duration.ZERO);
  }

  /** What was named is not there. */
  public static Failure notFound(String reason, String remedy) {
    return new Failure(Kind.NOT_FOUND, reason, remedy, Duration.ZERO);
  }

  /** Something about our own credentials or settings. */
  public static Failure credentials(String reason, String remedy) {
    return new Failure(Kind.CREDENTIALS, reason, remedy, Duration.ZERO);
  }

  /** The same trouble, with the other side to be left alone for that long. */
  public Failure during(Duration left) {
    return isPassing() ? passing(reason, left) : new Failure(kind, reason, remedy, left);
  }

  /** Whether waiting can mend it. */
  public boolean isPassing() {
    return kind == Kind.RETRY_LATER || kind == Kind.UNPROVEN;
  }

  /** Reason and remedy as one text. */
  public String sentence() {
    return reason + ". " + remedy;
  }
}
