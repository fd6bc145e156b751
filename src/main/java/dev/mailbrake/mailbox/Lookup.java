package dev.mailbrake.mailbox;

import java.util.function.Function;
import java.util.function.Supplier;

/** The answer to "which mailbox is this, and does its outgoing mail flow?". */
public sealed interface Lookup {

  /** There is such a mailbox. */
  record Found(Mailbox mailbox) implements Lookup {}

  /** There is none. */
  record Missing() implements Lookup {}

  /** It could not be asked. */
  record Failed(Failure failure) implements Lookup {}

  /** Continues with whichever answer this is. */
  default <T> T fold(Function<Mailbox, T> found, Supplier<T> missing, Function<Failure, T> failed) {
    if (this instanceof Found answer) {
      return found.apply(answer.mailbox());
    }
    return this instanceof Failed answer ? failed.apply(answer.failure()) : missing.get();
  }
}
