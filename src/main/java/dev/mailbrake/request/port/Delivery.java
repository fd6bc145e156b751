package dev.mailbrake.request.port;

import dev.mailbrake.request.model.CardPlace;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** What became of one attempt to tell somebody something. */
public sealed interface Delivery {
  /** The pauses of what is told late; together {@link #MOST_TRIES} of them are half an hour. */
  Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

  /** After that a private answer is no answer any more. */
  int MOST_TRIES = 35;

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

  /**
   * It can never be told.
   *
   * @param why in words
   * @param error the other side's own code of it; empty where it gave none
   */
  record Impossible(String why, String error) implements Delivery {

    /** Without a code. */
    public Impossible(String why) {
      this(why, "");
    }
  }

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

  /**
   * What a job does after this attempt to tell something that nobody needs half an hour later.
   *
   * @param tries how often it asked to run again
   * @param unsaid given the reason if it is given up
   */
  default Next orLater(int tries, Consumer<String> unsaid) {
    return fold(
        done -> Next.DONE,
        (why, pause) ->
            tries < MOST_TRIES ? Next.after(BACKOFF.pause(tries + 1, pause)) : givenUp(why, unsaid),
        why -> givenUp(why, unsaid));
  }

  private static Next givenUp(String why, Consumer<String> unsaid) {
    unsaid.accept(why);
    return Next.DONE;
  }
}
