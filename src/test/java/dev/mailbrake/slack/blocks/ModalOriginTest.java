package dev.mailbrake.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.audit.PersonName;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.request.model.Recipient;
import dev.mailbrake.request.model.Recipient.ReplyUrl;
import dev.mailbrake.request.port.Modals.Modal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ModalOriginTest {
  private static final Instant EXPIRES = Instant.parse("2026-11-23T09:30:00Z");

  @Test
  void remembersWhereAModalWasOpened() {
    ReplyUrl url = new ReplyUrl("https://hooks.slack.com/commands/T0/1?a=b&c=<d>", 5, EXPIRES);
    ModalOrigin origin = ModalOrigin.of(opening("C0MAILSEC1", url));

    assertThat(ModalOrigin.in(origin.text())).isEqualTo(origin);
    assertThat(ModalOrigin.in(origin.text()).channel()).isEqualTo("C0MAILSEC1");
    assertThat(ModalOrigin.in(origin.text()).replyUrl()).isEqualTo(url);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "null",
        "[]",
        "{",
        "7",
        "not ours",
        "{}",
        "{\"channel\":null}",
        "{\"channel\":\"C0\"}",
        "{\"url\":\"https://x\"}",
        "{\"channel\":\"C0\",\"url\":\"https://x\",\"usesLeft\":\"many\"}"
      })
  void isUnknownIfNothingOfOursCameBack(String text) {
    ModalOrigin origin = ModalOrigin.in(text);

    assertThat(origin.channel()).isEmpty();
    assertThat(origin.replyUrl().isUsable(EXPIRES.minusSeconds(1))).isFalse();
  }

  /** HTML characters take six each. */
  @ParameterizedTest
  @ValueSource(ints = {0, 400, 490, 500, 3_000})
  void alwaysFitsIntoAModal(int length) {
    ReplyUrl url = new ReplyUrl("https://hooks.slack.com/" + "&".repeat(length), 5, EXPIRES);
    ModalOrigin origin = ModalOrigin.of(opening("C".repeat(64), url));

    assertThat(origin.text()).hasSizeLessThanOrEqualTo(3_000);
    assertThat(ModalOrigin.in(origin.text()).channel()).isEqualTo("C".repeat(64));
  }

  @Test
  void hidesTheUrlInALog() {
    ReplyUrl url = new ReplyUrl("https://hooks.slack.com/secret", 5, EXPIRES);

    assertThat(ModalOrigin.of(opening("C0", url)).toString()).doesNotContain("secret");
  }

  private static Modal opening(String channel, ReplyUrl url) {
    Interaction by =
        new Interaction(
            "trigger", new Recipient(new PersonName("U0ADA00001", "Ada"), channel, url));
    return new Modal(Action.BLOCK, "", channel, by);
  }
}
