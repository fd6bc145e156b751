package dev.mailbrake.mailbox;

import java.time.Duration;

/**
 * Why Zoho did not do what it was asked to do.
 *
 * @param reason one sentence without a full stop, in Zoho's own words if it gave any
 * @param remedy what a person can do about it, one sentence
 * @param pause how long to send nothing; zero if Zoho did not say
 */
public record Failure(Kind kind, String reason, String remedy, Duration pause) {

  public enum Kind {
    /** Passing: the same call may succeed later. */
    RETRY_LATER,
    /**
     * Passing at first: Zoho gave a reason, but the answer does not prove that nothing happened. If
     * the same reason keeps coming back and nothing changes, it is final.
     */
    UNPROVEN,
    /** Final: the call fails again until somebody fixes what the reason names. */
    REFUSED,
    /** Final: there is no such mailbox. */
    NOT_FOUND
  }

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

  public Failure withPause(Duration left) {
    return isPassing() ? passing(reason, left) : new Failure(kind, reason, remedy, left);
  }

  public boolean isPassing() {
    return kind == Kind.RETRY_LATER || kind == Kind.UNPROVEN;
  }

  public String sentence() {
    return reason + ". " + remedy;
  }
}
