package dev.mailbrake.request.port;

/**
 * A kind of job.
 *
 * @param name its name in the database, which must not change
 * @param payload what a job is given; kept as JSON, so a type of plain fields
 * @param priority which workers run it
 * @param keepsItsTime whether people have read when it is due, so that it stays due then even where
 *     the clock that set it turned out to be ahead
 */
public record JobKind<P>(String name, Class<P> payload, Priority priority, boolean keepsItsTime) {
  /** Each priority has workers of its own, so a change never waits behind messages. */
  public enum Priority {
    CHANGE,
    TELL
  }

  static <P> JobKind<P> changing(String name, Class<P> payload) {
    return new JobKind<>(name, payload, Priority.CHANGE, false);
  }

  static <P> JobKind<P> telling(String name, Class<P> payload) {
    return new JobKind<>(name, payload, Priority.TELL, false);
  }

  JobKind<P> keepingItsTime() {
    return new JobKind<>(name, payload, priority, true);
  }
}
