package dev.mailbrake.request;

import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What became of one attempt to tell somebody something. */
public sealed interface Delivery {

  /**
   * It was told; the card's message is there now.
   *
   * @param isWhole false if the card was only announced, and its buttons are still to come
   */
  record Delivered(CardPlace place, boolean isWhole) implements Delivery {

    /** Told, with all that belongs to it. */
    public Delivered(CardPlace place) {
      this(place, true);
    }
  }

  /**
   * It may be told later.
   *
   * @param pause how long to wait at least; zero where nobody said
   */
  record Later(String why, Duration pause) implements Delivery {}

  /** It can never be told. */
  record Impossible(String why) implements Delivery {}

  /** Continues with whichever it is. */
  default <T> T fold(
      Function<Delivered, T> delivered,
      BiFunction<String, Duration, T> later,
      Function<String, T> impossible) {
    if (this instanceof Delivered done) {
      return delivered.apply(done);
    }
    return this instanceof Later put
        ? later.apply(put.why(), put.pause())
        : impossible.apply(((Impossible) this).why());
  }
}
