package dev.mailbrake.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.command.FilledModal.ModalField;
import dev.mailbrake.mailbox.Action;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every modal submission either requests something valid, or each of its errors is shown. */
class AnyFormTest {
  private static final ModalReader READER =
      new ModalReader(
          Typing.LONGEST_BLOCK,
          reason -> reason.contains("4711") ? Optional.of("Not that one.") : Optional.empty());

  @Property
  void requestsSomethingValidOrExplainsEachError(
      @ForAll Action action,
      @ForAll("fields") String person,
      @ForAll("fields") String address,
      @ForAll("fields") String duration,
      @ForAll("fields") String reason) {
    FilledModal form = new FilledModal(action, person, address, duration, reason);

    assertThat(READER.read(form).<Boolean>fold(AnyFormTest::isSound, AnyFormTest::isTold)).isTrue();
  }

  private static boolean isSound(Command.ChangeOutgoing change) {
    Duration lasts = change.lasts();
    boolean inRange =
        lasts.compareTo(BlockTime.SHORTEST) >= 0 && lasts.compareTo(Typing.LONGEST_BLOCK) <= 0;
    return change.mailboxes().size() == 1
        && (lasts.isZero() || (inRange && change.action() == Action.BLOCK))
        && change.reason().codePoints().count() <= CommandParser.LONGEST_REASON
        && !change.reason().contains("4711");
  }

  /** Slack accepts no empty error, and none over 2,000 characters. */
  private static boolean isTold(Map<ModalField, String> faults) {
    return !faults.isEmpty()
        && faults.values().stream().allMatch(fault -> !fault.isBlank() && fault.length() < 2_000);
  }

  @Provide
  Arbitrary<String> fields() {
    Arbitrary<String> usual =
        Arbitraries.of(
            "",
            "",
            " ",
            "U012AB3CD",
            "W012AB3CD",
            "r@z.co",
            " R@z.co,",
            "4h",
            "1w",
            "1m",
            "for 4h",
            "ticket 4711",
            "sends phishing");
    Arbitrary<String> odd =
        Arbitraries.of(
            ",", "<", "<@U012AB3CD>", "&amp;", "@", "\u0000", "\ud83d", "😀", "$1", "\\");
    Arbitrary<String> any =
        Arbitraries.strings().withCharRange('\u0000', '\uffff').ofMaxLength(3_000);
    return Arbitraries.oneOf(usual, usual, odd, any);
  }
}
