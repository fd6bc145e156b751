package dev.mailbrake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxIdTest {
  private static final String NUMBER = "1234567890123456789";

  @Test
  void keepsEveryDigitOfBothNumbers() {
    MailboxId id = new MailboxId("00042", NUMBER);
    assertThat(id.zuid()).isEqualTo("00042");
    assertThat(id.accountId()).isEqualTo(NUMBER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-1", "+1", "1.0", "1e3", "12 3", "12\n", "٣٤", "0x1F", "null"})
  void refusesAnythingButDigits(String text) {
    assertThat(MailboxId.isNumber(text)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new MailboxId(text, NUMBER));
    assertThatIllegalArgumentException().isThrownBy(() -> new MailboxId(NUMBER, text));
  }

  @Test
  void isLimitedToTwentyDigits() {
    assertThat(MailboxId.isNumber("9".repeat(20))).isTrue();
    assertThat(MailboxId.isNumber("9".repeat(21))).isFalse();
  }

  @Test
  void equalsAnotherOnlyIfBothNumbersDo() {
    assertThat(new MailboxId("1", "2"))
        .isEqualTo(new MailboxId("1", "2"))
        .isNotEqualTo(new MailboxId("2", "2"))
        .isNotEqualTo(new MailboxId("1", "1"));
  }
}
