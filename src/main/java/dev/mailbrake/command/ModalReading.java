package dev.mailbrake.command;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What a form asks for, or what is wrong with it. */
public sealed interface ModalReading {

  /** It asks for a change of one mailbox. */
  record Complete(Command.ChangeOutgoing change) implements ModalReading {}

  /**
   * It cannot be taken as it is.
   *
   * @param faults what to do about each field at fault, at least one, in the order of the fields
   */
  record Faulty(Map<ModalField, String> faults) implements ModalReading {

    /**
     * @throws IllegalArgumentException if there is no fault
     */
    public Faulty {
      if (faults.isEmpty()) {
        throw new IllegalArgumentException("nothing is wrong with the form");
      }
      faults = Collections.unmodifiableMap(new TreeMap<>(faults));
    }
  }

  /** Continues with whichever it is. */
  default <T> T fold(
      Function<Command.ChangeOutgoing, T> complete, Function<Map<ModalField, String>, T> faulty) {
    return this instanceof Complete good
        ? complete.apply(good.change())
        : faulty.apply(((Faulty) this).faults());
  }
}
