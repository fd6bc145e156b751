package dev.mailbrake.mailbox;

import java.util.function.Function;
import java.util.function.Supplier;

/** The result of looking a mailbox up. */
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
