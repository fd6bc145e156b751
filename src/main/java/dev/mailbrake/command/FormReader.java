package dev.mailbrake.command;

import dev.mailbrake.mailbox.Action;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads a form. Total, and pure as far as the objection to a reason is. */
public final class FormReader {
  private final BlockTimeRange durations;
  private final Function<String, Optional<String>> objectionToReason;

  /**
   * @param longestBlock the longest duration that a block takes
   * @param objectionToReason what is wrong with a reason, in a sentence; empty if nothing is
   */
  public FormReader(Duration longestBlock, Function<String, Optional<String>> objectionToReason) {
    durations = new BlockTimeRange(longestBlock);
    this.objectionToReason = objectionToReason;
  }

  /** Reads every field, so that all that is wrong is said at once. */
  public FormReading read(FilledForm form) {
    Map<FormField, String> faults = new EnumMap<>(FormField.class);
    Optional<MailboxReference> mailbox = mailbox(form, faults);
    Optional<Duration> lasts =
        reading(FormField.DURATION, faults, () -> lasts(form.action(), form.duration()));
    Optional<String> reason = reading(FormField.REASON, faults, () -> reason(form.reason()));
    return mailbox
        .flatMap(
            known ->
                lasts.flatMap(time -> reason.map(why -> change(form.action(), known, time, why))))
        .<FormReading>map(FormReading.Complete::new)
        .orElseGet(() -> new FormReading.Faulty(faults));
  }

  private static Command.ChangeOutgoing change(
      Action action, MailboxReference mailbox, Duration lasts, String reason) {
    return new Command.ChangeOutgoing(action, List.of(mailbox), lasts, reason);
  }

  private static Optional<MailboxReference> mailbox(
      FilledForm form, Map<FormField, String> faults) {
    String person = form.person().strip();
    String address = OneLine.of(form.address());
    boolean byPerson = address.isEmpty() && !person.isEmpty();
    return byPerson
        ? reading(FormField.PERSON, faults, () -> mailboxOf(person))
        : reading(FormField.ADDRESS, faults, () -> mailboxAt(address, person));
  }

  private static MailboxReference mailboxOf(String person) {
    return new MailboxWord("<@" + person + ">")
        .mailbox()
        .filter(new MailboxReference.ByMention(person)::equals)
        .orElseThrow(() -> new Misread("Choose a person of this workspace, or type an address."));
  }

  private static MailboxReference mailboxAt(String address, String person) {
    if (address.isEmpty()) {
      throw new Misread("Choose a person or type an address.");
    }
    if (!person.isEmpty()) {
      throw new Misread("Use one of the two: choose a person or type an address.");
    }
    String escaped = Typed.escaped(address);
    return new MailboxWord(escaped)
        .mailbox()
        .orElseThrow(
            () ->
                new Misread(
                    Typed.quote(escaped)
                        + " is not an address. Type one, such as name@example.com."));
  }

  private Duration lasts(Action action, String field) {
    String typed = OneLine.of(field);
    return typed.isEmpty()
        ? Duration.ZERO
        : durations.read(action, typed, Typed.quote(Typed.escaped(typed)));
  }

  private String reason(String field) {
    String reason = OneLine.of(field);
    Optional<String> fault = TypedReason.fault(reason).or(() -> objectionToReason.apply(reason));
    if (fault.isPresent()) {
      throw new Misread(fault.get());
    }
    return reason;
  }

  private static <T> Optional<T> reading(
      FormField field, Map<FormField, String> faults, Supplier<T> read) {
    try {
      return Optional.of(read.get());
    } catch (Misread misread) {
      faults.put(field, misread.getMessage());
      return Optional.empty();
    }
  }
}
