package dev.mailbrake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
  private static final String LOCAL_OF_64 = "l".repeat(64);
  private static final String LABEL_OF_63 = "d".repeat(63);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rebecca@zylker.com",
        "r@z.co",
        "rebecca.van.dyk@mail.eu.zylker.com",
        "rebecca+news@zylker.com",
        "rebecca_o'hara-1@zylker.com",
        "r&d@zylker.com",
        "2fa@4711.example",
        "info@xn--mller-kva.example"
      })
  void readsAnAddress(String text) {
    assertThat(MailAddress.parse(text)).map(MailAddress::value).contains(text);
  }

  @ParameterizedTest
  @CsvSource({
    "alice@zylker.com, alice@zylker.com",
    "alice+slack@zylker.com, alice@zylker.com",
    "Alice+Slack+more@zylker.com, alice@zylker.com",
    "alice+@zylker.com, alice@zylker.com",
    "+alice@zylker.com, +alice@zylker.com",
    "alice.+slack@zylker.com, alice.+slack@zylker.com"
  })
  void knowsTheAddressBehindATag(String text, String without) {
    assertThat(new MailAddress(text).withoutTag()).hasToString(without);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "@",
        "rebecca",
        "rebecca@",
        "@zylker.com",
        "rebecca@zylker",
        "rebecca@@zylker.com",
        "rebecca@paula@zylker.com",
        "rebecca@zylker..com",
        "rebecca@.zylker.com",
        "rebecca@zylker.com.",
        "rebecca@-zylker.com",
        "rebecca@zylker-.com",
        "rebecca@zyl_ker.com",
        ".rebecca@zylker.com",
        "rebecca.@zylker.com",
        "rebecca..dyk@zylker.com",
        "rebecca dyk@zylker.com",
        "\"rebecca dyk\"@zylker.com",
        "Rebecca <rebecca@zylker.com>",
        "<rebecca@zylker.com>",
        "rebecca@zylker.com,",
        "rebecca@zylker.com,paula@zylker.com",
        " rebecca@zylker.com",
        "rebecca@zylker.com\n",
        "rebecca@[127.0.0.1]",
        "rebécca@zylker.com",
        "rebecca\u0000@zylker.com",
        "rebecca\u200b@zylker.com"
      })
  void refusesWhatIsNotExactlyOneAddress(String text) {
    assertThat(MailAddress.parse(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new MailAddress(text));
  }

  @ParameterizedTest
  @CsvSource({
    "Rebecca@Zylker.com, rebecca@zylker.com",
    "REBECCA@ZYLKER.COM, rebecca@zylker.com",
    "rebecca@ZYLKER.IN, rebecca@zylker.in"
  })
  void equalsAnAddressInAnotherSpelling(String typed, String known) {
    assertThat(MailAddress.parse(typed)).contains(new MailAddress(known));
    assertThat(new MailAddress(typed)).hasToString(known).hasSameHashCodeAs(new MailAddress(known));
  }

  @ParameterizedTest
  @CsvSource({
    "info@müller.example, info@xn--mller-kva.example",
    "info@MÜLLER.Example, info@XN--MLLER-KVA.example",
    "info@zylker。com, info@zylker.com",
    "info@例え.jp, info@xn--r8jz45g.jp"
  })
  void equalsAnAddressInPunycode(String typed, String known) {
    assertThat(MailAddress.parse(typed)).contains(new MailAddress(known));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "info@ü..example",
        "info@ü.",
        "info@\ud83d.example",
        "info@☃ ☃.example",
        "müller.example",
        "info＠müller.example",
        "info@ü@ü.example"
      })
  void refusesWhatIsNoInternationalDomain(String text) {
    assertThat(MailAddress.parse(text)).isEmpty();
  }

  @Test
  void limitsALocalPartTo64Characters() {
    assertThat(MailAddress.parse(LOCAL_OF_64 + "@zylker.com")).isPresent();
    assertThat(MailAddress.parse(LOCAL_OF_64 + "l@zylker.com")).isEmpty();
  }

  @Test
  void limitsALabelTo63Characters() {
    assertThat(MailAddress.parse("r@" + LABEL_OF_63 + ".com")).isPresent();
    assertThat(MailAddress.parse("r@" + LABEL_OF_63 + "d.com")).isEmpty();
  }

  @Test
  void isLimitedTo254Characters() {
    String longest = LOCAL_OF_64 + "@" + (LABEL_OF_63 + ".").repeat(2) + "d".repeat(61);
    assertThat(longest).hasSize(254);
    assertThat(MailAddress.parse(longest)).isPresent();
    assertThat(MailAddress.parse(longest + "d")).isEmpty();
  }

  @Test
  void answersAtOnceHoweverLongTheText() {
    assertThat(MailAddress.parse("a.".repeat(500_000) + "@zylker.com")).isEmpty();
  }

  @Test
  void isSortedAsText() {
    TreeSet<MailAddress> sorted = new TreeSet<>();
    sorted.add(new MailAddress("paula@zylker.com"));
    sorted.add(new MailAddress("Ada@zylker.com"));
    assertThat(sorted).hasToString("[ada@zylker.com, paula@zylker.com]");
  }

  @Test
  void refusesALetterThatOnlyLowerCaseTurnsIntoAscii() {
    assertThat(MailAddress.parse("\u212aate@zylker.com")).isEmpty();
  }
}
