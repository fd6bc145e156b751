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
  record Failed(Trouble trouble) implements Lookup {}

  /** Continues with whichever answer this is. */
  default <T> T fold(Function<Mailbox, T> found, Supplier<T> missing, Function<Trouble, T> failed) {
    if (this instanceof Found answer) {
      return found.apply(answer.mailbox());
    }
    return this instanceof Failed answer ? failed.apply(answer.trouble()) : missing.get();
  }
}
