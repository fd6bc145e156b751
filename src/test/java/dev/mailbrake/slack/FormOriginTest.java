package dev.mailbrake.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.request.Form;
import dev.mailbrake.request.Interaction;
import dev.mailbrake.request.PersonName;
import dev.mailbrake.request.ReplyUrl;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class FormOriginTest {
  private static final Instant EXPIRES = Instant.parse("2026-11-23T09:30:00Z");

  @Test
  void bringsBackWhereAFormWasOpenedFrom() {
    ReplyUrl url = new ReplyUrl("https://hooks.slack.com/commands/T0/1?a=b&c=<d>", 5, EXPIRES);
    FormOrigin origin = FormOrigin.of(opening("C0MAILSEC1", url));

    assertThat(FormOrigin.in(origin.text())).isEqualTo(origin);
    assertThat(FormOrigin.in(origin.text()).channel()).isEqualTo("C0MAILSEC1");
    assertThat(FormOrigin.in(origin.text()).replyUrl()).isEqualTo(url);
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
  void isNowhereWhereNothingOfOursCameBack(String text) {
    FormOrigin origin = FormOrigin.in(text);

    assertThat(origin.channel()).isEmpty();
    assertThat(origin.replyUrl().isUsable(EXPIRES.minusSeconds(1))).isFalse();
  }

  /** Html characters take six each. */
  @ParameterizedTest
  @ValueSource(ints = {0, 400, 490, 500, 3_000})
  void alwaysFitsIntoAForm(int length) {
    ReplyUrl url = new ReplyUrl("https://hooks.slack.com/" + "&".repeat(length), 5, EXPIRES);
    FormOrigin origin = FormOrigin.of(opening("C".repeat(64), url));

    assertThat(origin.text()).hasSizeLessThanOrEqualTo(3_000);
    assertThat(FormOrigin.in(origin.text()).channel()).isEqualTo("C".repeat(64));
  }

  @Test
  void saysNothingOfTheUrlInALog() {
    ReplyUrl url = new ReplyUrl("https://hooks.slack.com/secret", 5, EXPIRES);

    assertThat(FormOrigin.of(opening("C0", url)).toString()).doesNotContain("secret");
  }

  private static Form opening(String channel, ReplyUrl url) {
    Interaction by = new Interaction("trigger", new PersonName("U0ADA00001", "Ada"), channel, url);
    return new Form(Action.BLOCK, "", channel, by);
  }
}
