package dev.mailbrake.mailbox;

import java.time.Duration;

/**
 * Why the other side did not do what it was asked, in words for a person.
 *
 * @param reason one sentence without a full stop, in the other side's own words where it gave any
 * @param remedy what a person can do about it, one sentence
 * @param pause how long to leave the other side alone; zero where it did not say
 */
public record Failure(Kind kind, String reason, String remedy, Duration pause) {

  /** What a failure means for the next step. */
  public enum Kind {
    /** Passing: the same call may go through later. */
    RETRY_LATER,
    /**
     * Passing at first: the other side gave a reason, but in an answer that does not prove that
     * nothing happened. The same reason again and again, with nothing changed, is final.
     */
    UNPROVEN,
    /** Final: repeating the call changes nothing until somebody fixes what the reason names. */
    REFUSED,
    /** Final: what was named does not exist. */
    NOT_FOUND
  }

  /** Also says when to try again. */
  public static Failure passing(String reason, Duration pause) {
    long minutes = pause.plusSeconds(59).toMinutes();
    String when = minutes <= 1 ? "a minute" : minutes + " minutes";
    return new Failure(Kind.RETRY_LATER, reason, "Please try again in " + when + ".", pause);
  }

  public static Failure unproven(String reason, String remedy) {
    return new Failure(Kind.UNPROVEN, reason, remedy, Duration.ZERO);
  }

  public static Failure refused(String reason, String remedy) {
    return new Failure(Kind.REFUSED, reason, remedy, Duration.ZERO);
  }

  public static Failure notFound(String reason, String remedy) {
    return new Failure(Kind.NOT_FOUND, reason, remedy, Duration.ZERO);
  }

  /** The same failure, with the time left for which to leave the other side alone. */
  public Failure during(Duration left) {
    return isPassing() ? passing(reason, left) : new Failure(kind, reason, remedy, left);
  }

  /** Whether waiting can help. */
  public boolean isPassing() {
    return kind == Kind.RETRY_LATER || kind == Kind.UNPROVEN;
  }

  /** Reason and remedy as one text. */
  public String sentence() {
    return reason + ". " + remedy;
  }
}
