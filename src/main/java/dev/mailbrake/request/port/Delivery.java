package dev.mailbrake.request.port;

import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What became of one attempt to tell somebody something.
 *
 * @param <T> what is known once it was delivered
 */
public sealed interface Delivery<T> {
  /** Together, {@link #MOST_TRIES} of these pauses are half an hour. */
  Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

  /** A private answer that comes later than this answers nothing. */
  int MOST_TRIES = 35;

  record Delivered<T>(T result) implements Delivery<T> {}

  /**
   * It may succeed later.
   *
   * @param pause how long to wait at least; zero where nobody said
   */
  record Later<T>(String why, Duration pause) implements Delivery<T> {}

  /**
   * It can never succeed.
   *
   * @param error Slack's own code for it; empty where it gave none
   */
  record Impossible<T>(String why, String error) implements Delivery<T> {
    public Impossible(String why) {
      this(why, "");
    }
  }

  /** The result of a delivery that has none. */
  record Done() {}

  static Delivery<Done> done() {
    return new Delivered<>(new Done());
  }

  default boolean isDone() {
    return this instanceof Delivered;
  }

  default <R> Delivery<R> map(Function<T, R> result) {
    return fold(
        done -> new Delivered<>(result.apply(done)),
        Later::new,
        why -> new Impossible<>(why.why(), why.error()));
  }

  /** The same, or another attempt if this one can never succeed. */
  default Delivery<T> otherwise(Function<Impossible<T>, Delivery<T>> attempt) {
    return this instanceof Impossible<T> why ? attempt.apply(why) : this;
  }

  default <R> R fold(
      Function<T, R> delivered,
      BiFunction<String, Duration, R> later,
      Function<Impossible<T>, R> impossible) {
    if (this instanceof Delivered<T> done) {
      return delivered.apply(done.result());
    }
    return this instanceof Later<T> put
        ? later.apply(put.why(), put.pause())
        : impossible.apply((Impossible<T>) this);
  }

  /**
   * What a job does after this attempt, if half an hour later nobody needs the message.
   *
   * @param tries how often the job asked to run again
   * @param unsaid given the reason if the message is given up
   */
  default Next orLater(int tries, Consumer<String> unsaid) {
    return fold(
        done -> Next.DONE,
        (why, pause) ->
            tries < MOST_TRIES ? Next.after(BACKOFF.pause(tries + 1, pause)) : givenUp(why, unsaid),
        refusal -> givenUp(refusal.why(), unsaid));
  }

  private static Next givenUp(String why, Consumer<String> unsaid) {
    unsaid.accept(why);
    return Next.DONE;
  }
}
