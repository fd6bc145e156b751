package dev.mailbrake.request.port;

import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** The outcome of one attempt to send or show something. */
public sealed interface Delivery<T> {
  /** Pauses between tries; {@link #MAX_TRIES} of them last half an hour. */
  Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

  /** A later private answer would no longer be an answer. */
  int MAX_TRIES = 35;

  /** About a day at the longest pause, for what people must know even then. */
  int TRIES_FOR_A_DAY = 1_500;

  record Delivered<T>(T result) implements Delivery<T> {}

  /** Worth retrying after at least that pause. */
  record Later<T>(String why, Duration pause) implements Delivery<T> {}

  /** Not worth retrying. {@code error} is the other side's code, if any. */
  record Impossible<T>(String why, String error) implements Delivery<T> {
    public Impossible(String why) {
      this(why, "");
    }
  }

  /** Success without a result. */
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
   * What a job does next that has asked {@code tries} times to run again, for messages that are
   * pointless half an hour later.
   */
  default Next orRetry(int tries, Consumer<String> gaveUp) {
    return fold(
        done -> Next.DONE,
        (why, pause) ->
            tries < MAX_TRIES ? Next.after(BACKOFF.pause(tries + 1, pause)) : givenUp(why, gaveUp),
        refusal -> givenUp(refusal.why(), gaveUp));
  }

  private static Next givenUp(String why, Consumer<String> gaveUp) {
    gaveUp.accept(why);
    return Next.DONE;
  }
}
