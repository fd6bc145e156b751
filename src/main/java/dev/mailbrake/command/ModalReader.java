package dev.mailbrake.command;

import dev.mailbrake.command.BlockTime.BlockTimeRange;
import dev.mailbrake.command.CommandParser.ParseError;
import dev.mailbrake.command.FilledModal.ModalField;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.text.PlainText;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads a submitted modal. Total, and as pure as the objection to a reason. */
public final class ModalReader {
  private final BlockTimeRange durations;

  /** What is wrong with a reason, in a sentence; empty if nothing is. */
  private final Function<String, Optional<String>> objectionToReason;

  public ModalReader(Duration longestBlock, Function<String, Optional<String>> objectionToReason) {
    durations = new BlockTimeRange(longestBlock);
    this.objectionToReason = objectionToReason;
  }

  /** Reads every field, to report all faults at once. */
  public ModalReading read(FilledModal modal) {
    Map<ModalField, String> faults = new EnumMap<>(ModalField.class);
    Optional<MailboxReference> mailbox = mailbox(modal, faults);
    Optional<Duration> lasts =
        reading(ModalField.DURATION, faults, () -> lasts(modal.action(), modal.duration()));
    Optional<String> reason = reading(ModalField.REASON, faults, () -> reason(modal.reason()));
    return faults.isEmpty()
        ? new ModalReading.Complete(
            new Command.ChangeOutgoing(
                modal.action(),
                List.of(mailbox.orElseThrow()),
                lasts.orElseThrow(),
                reason.orElseThrow()))
        : new ModalReading.Faulty(faults);
  }

  private static Optional<MailboxReference> mailbox(
      FilledModal modal, Map<ModalField, String> faults) {
    String person = modal.person().strip();
    String address = PlainText.oneLine(modal.address());
    return address.isEmpty() && !person.isEmpty()
        ? reading(ModalField.PERSON, faults, () -> mailboxOf(person))
        : reading(ModalField.ADDRESS, faults, () -> mailboxAt(address, person));
  }

  private static MailboxReference mailboxOf(String person) {
    return only(SlackEscaping.OPEN + "@" + person + SlackEscaping.CLOSE)
        .filter(new MailboxReference.ByMention(person)::equals)
        .orElseThrow(
            () -> new ParseError("Pick a person in this workspace, or type an email address."));
  }

  private static MailboxReference mailboxAt(String address, String person) {
    if (address.isEmpty()) {
      throw new ParseError("Pick a person, or type an email address.");
    }
    if (!person.isEmpty()) {
      throw new ParseError("Use only one: pick a person, or type an email address.");
    }
    return only(address)
        .orElseThrow(
            () ->
                new ParseError(
                    "I don't recognize %s. Type an email address, such as name@example.com."
                        .formatted(SlackEscaping.quote(address))));
  }

  private static Optional<MailboxReference> only(String typed) {
    MailboxList list = MailboxList.of(typed);
    boolean one = list.found().size() == 1 && list.unknown().isEmpty() && list.rest().isEmpty();
    return one ? Optional.of(list.found().get(0)) : Optional.empty();
  }

  private Duration lasts(Action action, String field) {
    String typed = PlainText.oneLine(field);
    return typed.isEmpty()
        ? Duration.ZERO
        : durations.read(action, typed, SlackEscaping.quote(typed));
  }

  private String reason(String field) {
    String reason = PlainText.oneLine(field);
    Optional<String> fault =
        CommandParser.tooLong(reason).or(() -> objectionToReason.apply(reason));
    if (fault.isPresent()) {
      throw new ParseError(fault.get());
    }
    return reason;
  }

  private static <T> Optional<T> reading(
      ModalField field, Map<ModalField, String> faults, Supplier<T> read) {
    try {
      return Optional.of(read.get());
    } catch (ParseError misread) {
      faults.put(field, misread.getMessage());
      return Optional.empty();
    }
  }

  /** What a modal asks for, or what is wrong with it. */
  public sealed interface ModalReading {

    /** A change of one mailbox. */
    record Complete(Command.ChangeOutgoing change) implements ModalReading {}

    /** At least one fault: what to do about each faulty field, in the order of the fields. */
    record Faulty(Map<ModalField, String> faults) implements ModalReading {
      public Faulty {
        if (faults.isEmpty()) {
          throw new IllegalArgumentException("nothing is wrong with the modal");
        }
        faults = Collections.unmodifiableMap(new TreeMap<>(faults));
      }
    }

    default <T> T fold(
        Function<Command.ChangeOutgoing, T> complete, Function<Map<ModalField, String>, T> faulty) {
      return this instanceof Complete good
          ? complete.apply(good.change())
          : faulty.apply(((Faulty) this).faults());
    }
  }
}
