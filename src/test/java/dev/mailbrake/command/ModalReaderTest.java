package dev.mailbrake.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mailbrake.command.FilledModal.ModalField;
import dev.mailbrake.command.ModalReader.ModalReading;
import dev.mailbrake.mailbox.Action;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a modal requests, and which errors appear at its fields. */
class ModalReaderTest {
  private static final ModalReader READER =
      new ModalReader(Typing.LONGEST_BLOCK, reason -> Optional.empty());
  private static final FilledModal EMPTY = new FilledModal(Action.BLOCK, "", "", "", "");

  @Test
  void readsAPersonsMailbox() {
    assertThat(read(form("U012AB3CD", "", "4h", "sends phishing")))
        .isEqualTo(
            new ModalReading.Complete(
                new Command.ChangeOutgoing(
                    Action.BLOCK,
                    List.of(new MailboxReference.ByMention("U012AB3CD")),
                    Duration.ofHours(4),
                    "sends phishing")));
  }

  @Test
  void requestsTheSameAsTheCommand() {
    ModalReading read = read(form("", "r@z.co", "30m", "Tom & Jerry <3"));
    assertThat(read)
        .isEqualTo(new ModalReading.Complete(Typing.block("r@z.co for 30m Tom &amp; Jerry &lt;3")));
  }

  @Test
  void requiresOnlyAMailbox() {
    for (Action action : Action.values()) {
      assertThat(complete(new FilledModal(action, "", "r@z.co", "", "")))
          .isEqualTo(
              new Command.ChangeOutgoing(
                  action, Typing.block("r@z.co").mailboxes(), Duration.ZERO, ""));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "R@Z.co",
        " r@z.co ",
        "r@z.co,",
        "r@z.co\n",
        "\u00a0r@z.co",
        "mailto:r@z.co",
        "<r@z.co>",
        "Rebecca <r@z.co>"
      })
  void readsAnAddressAsTheCommandDoes(String address) {
    assertThat(complete(form("", address, "", "")).mailboxes())
        .isEqualTo(Typing.block("r@z.co").mailboxes());
  }

  @Test
  void readsAnAddressWithAnAmpersandWhichAModalDoesNotEscape() {
    assertThat(complete(form("", "r&d@z.co", "", "")).mailboxes()).hasToString("[r&d@z.co]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rebecca",
        "@rebecca",
        "r@z",
        "r@z.co paula@z.co",
        "r@z.co,paula@z.co",
        "<mailto:r@z.co|r@z.co>",
        "<@U012AB3CD>",
        "r&amp;d@z.co x",
        ","
      })
  void showsAnInvalidAddressAtItsField(String address) {
    assertThat(faults(form("", address, "", "")))
        .containsOnlyKeys(ModalField.ADDRESS)
        .extractingByKey(ModalField.ADDRESS)
        .asString()
        .contains("I don't recognize", "name@example.com");
  }

  @Test
  void quotesAnAddressAsTyped() {
    assertThat(faults(form("", "<R&amp;D>", "", "")).get(ModalField.ADDRESS))
        .startsWith("I don't recognize “<R&amp;D>”.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void requiresAPersonOrAnAddress(String blank) {
    assertThat(faults(form(blank, blank, "", "")))
        .containsOnly(Map.entry(ModalField.ADDRESS, "Pick a person, or type an email address."));
  }

  @Test
  void refusesAPersonAndAnAddressTogether() {
    assertThat(faults(form("U012AB3CD", "r@z.co", "", "")))
        .containsOnlyKeys(ModalField.ADDRESS)
        .extractingByKey(ModalField.ADDRESS)
        .asString()
        .startsWith("Use only one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ada", "B012AB3CD", "u012ab3cd", "U012AB3CD|ada", "U012AB3CD>", "<@U1AB>"})
  void showsAnInvalidPersonIdAtItsField(String person) {
    assertThat(faults(form(person, "", "", ""))).containsOnlyKeys(ModalField.PERSON);
  }

  @ParameterizedTest
  @CsvSource({"5m, PT5M", "4h, PT4H", "' 4H ', PT4H", "2d, P2D", "1w, P7D", "30d, P30D"})
  void readsADuration(String typed, Duration lasts) {
    assertThat(complete(form("", "r@z.co", typed, "")).lasts()).isEqualTo(lasts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "for 4h", "four hours", "30m1h", "30s", "<4h>", "-4h"})
  void neverGuessesADuration(String typed) {
    assertThat(faults(form("", "r@z.co", typed, "")))
        .containsOnly(
            Map.entry(
                ModalField.DURATION,
                "“" + typed + "” is not a duration. Write it like 30m, 4h, 2d, 1w or 1h30m."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0m", "4m", "31d", "5w", "999999w"})
  void neverShortensADuration(String typed) {
    assertThat(faults(form("", "r@z.co", typed, "")))
        .containsOnly(
            Map.entry(
                ModalField.DURATION,
                "“" + typed + "” is out of range: a block lasts from 5 minutes to 30 days."));
  }

  @Test
  void readsADurationOnlyForABlock() {
    assertThat(faults(new FilledModal(Action.UNBLOCK, "", "r@z.co", "4h", "")))
        .containsOnly(
            Map.entry(ModalField.DURATION, "Only a block can have a duration. Leave out “4h”."));
  }

  @Test
  void readsAReasonAsOneLineLikeTheCommand() {
    assertThat(complete(form("", "r@z.co", "", " sends\r\n\u00a0phishing\t\n")).reason())
        .isEqualTo("sends phishing");
  }

  @Test
  void limitsAReasonTo500Characters() {
    assertThat(complete(form("", "r@z.co", "", "😀".repeat(500))).reason())
        .isEqualTo("😀".repeat(500));
    assertThat(faults(form("", "r@z.co", "", "x".repeat(501))))
        .containsOnly(
            Map.entry(ModalField.REASON, "The reason has 501 characters; at most 500 fit."));
  }

  @Test
  void checksTheReasonAgainstThePattern() {
    ModalReader strict =
        new ModalReader(
            Typing.LONGEST_BLOCK,
            reason -> reason.isEmpty() ? Optional.of("A reason is required.") : Optional.empty());
    ModalReading reading = strict.read(form("", "r@z.co", "", "  "));
    assertThat(reading)
        .isEqualTo(new ModalReading.Faulty(Map.of(ModalField.REASON, "A reason is required.")));
    assertThat(strict.read(form("", "r@z.co", "", "INC-1")))
        .isInstanceOf(ModalReading.Complete.class);
  }

  @Test
  void showsAllErrorsAtOnceInFieldOrder() {
    assertThat(faults(form("", "rebecca", "soon", "x".repeat(501))).keySet())
        .containsExactly(ModalField.ADDRESS, ModalField.DURATION, ModalField.REASON);
  }

  @Test
  void runsTheBranchOfItsOutcome() {
    assertThat(told(form("", "r@z.co", "", "spam"))).isEqualTo("spam");
    assertThat(told(EMPTY)).isEqualTo("[ADDRESS]");
  }

  @Test
  void refusesAnEmptyListOfErrors() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ModalReading.Faulty(Map.of()));
  }

  private static String told(FilledModal form) {
    return read(form).fold(Command.ChangeOutgoing::reason, faults -> faults.keySet().toString());
  }

  private static FilledModal form(String person, String address, String duration, String reason) {
    return new FilledModal(Action.BLOCK, person, address, duration, reason);
  }

  private static ModalReading read(FilledModal form) {
    return READER.read(form);
  }

  private static Command.ChangeOutgoing complete(FilledModal form) {
    ModalReading reading = read(form);
    assertThat(reading).isInstanceOf(ModalReading.Complete.class);
    return ((ModalReading.Complete) reading).change();
  }

  private static Map<ModalField, String> faults(FilledModal form) {
    ModalReading reading = read(form);
    assertThat(reading).isInstanceOf(ModalReading.Faulty.class);
    return ((ModalReading.Faulty) reading).faults();
  }
}
