package dev.mailbrake.mailbox;

import java.util.function.Function;
import java.util.function.Supplier;

/** The answer to "which mailbox is this, and can it send?". */
public sealed interface Lookup {

  record Found(Mailbox mailbox) implements Lookup {}

  record Missing() implements Lookup {}

  record Failed(Failure failure) implements Lookup {}

  default <T> T fold(Function<Mailbox, T> found, Supplier<T> missing, Function<Failure, T> failed) {
    if (this instanceof Found answer) {
      return found.apply(answer.mailbox());
    }
    return this instanceof Failed answer ? failed.apply(answer.failure()) : missing.get();
  }
}
