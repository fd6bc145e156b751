package dev.mailbrake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.mailbox.Mailbox.MailboxRole;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailboxTest {
  private static final Mailbox REBECCA =
      new Mailbox(
          new MailboxId("1", "2"),
          new MailAddress("rebecca@zylker.com"),
          Set.of(new MailAddress("sales@zylker.com")),
          "Rebecca",
          MailboxRole.MEMBER,
          OutgoingStatus.CAN_SEND,
          Instant.EPOCH);

  @Test
  void hasItsAddressAndEachAlias() {
    assertThat(REBECCA.isKnownAs(new MailAddress("rebecca@zylker.com"))).isTrue();
    assertThat(REBECCA.isKnownAs(new MailAddress("Sales@Zylker.com"))).isTrue();
    assertThat(REBECCA.isKnownAs(new MailAddress("paula@zylker.com"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"60, true", "61, false", "0, true", "-1, true", "-2, false", "-3600, false"})
  void isNotFreshIfItsTimeIsInTheFuture(long secondsAgo, boolean lately) {
    Instant now = REBECCA.readAt().plusSeconds(secondsAgo);

    assertThat(REBECCA.isFresh(now)).isEqualTo(lately);
  }

  @Test
  void hasItsOwnWordForEveryRole() {
    assertThat(Arrays.stream(MailboxRole.values()).map(MailboxRole::word))
        .doesNotHaveDuplicates()
        .noneMatch(String::isBlank);
  }
}
