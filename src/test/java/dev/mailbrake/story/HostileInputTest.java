package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mailbrake.sandbox.slack.delivery.BotAcknowledgement;
import dev.mailbrake.sandbox.slack.delivery.BotRequest;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import dev.mailbrake.sandbox.slack.people.SlackUser;
import dev.mailbrake.sandbox.slack.views.SlackView;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {
  private static final String COMMAND =
      "team_id=T0ZYLKER01&channel_id=C0MAILSEC1&user_id=U0ADA00001&command=%2Fmail-block"
          + "&text=rebecca%40zylker.com+phishing&response_url=http%3A%2F%2F127.0.0.1%3A1%2Fx"
          + "&trigger_id=1.2.3&api_app_id=A0MAILBRK1";

  @Test
  void refusesTenThousandCharactersInTheAcknowledgement() {
    try (Workplace work = Workplace.open()) {
      BotAcknowledgement ack =
          work.ada.types("/mail-block rebecca@zylker.com " + "x".repeat(10_000));
      assertThat(ack.status()).isEqualTo(200);
      work.ada.reads("The reason has 10000 characters; at most 500", "No request was made.");
      assertThat(work.zoho.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!channel> look here",
        "<https://evil.example|Click to confirm>",
        "*bold* _it_ `code` ~no~ :boom: & &amp; <@U0GRACE001>",
        "مرحبا \u202e gnihsihp \u202c 🧨👩‍💻",
      })
  void showsAReasonAsPlainText(String reason) {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-block rebecca@zylker.com " + reason);
      SlackMessage card = work.card("Block outgoing mail?", REBECCA);

      for (JsonNode text : card.blocks().findParents("text")) {
        if (text.path("type").asText().equals("mrkdwn")) {
          assertThat(text.path("text").asText())
              .doesNotContain("<!channel>", "evil.example", "bold", "code", "gnihsihp");
        }
      }
      assertThat(card.fallback()).doesNotContain("<!", "evil.example", "bold", "gnihsihp");
      assertThat(card.plainText()).contains("Reason: ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://attacker.example/commands/T0ZYLKER01/1/key",
        "https://hooks.slack.com.attacker.example/key"
      })
  @Tag("http")
  void ignoresAResponseUrlThatIsNotSlacks(String url) {
    try (Workplace work = Workplace.open();
        LoggedLines log = LoggedLines.caught()) {
      String command =
          COMMAND
              .replace("http%3A%2F%2F127.0.0.1%3A1%2Fx", URLEncoder.encode(url, UTF_8))
              .replace("U0ADA00001", work.nils.id());

      work.slack.posts(BotRequest.of(command));

      assertThat(work.nils.reads("You are not an approver").byResponseUrl()).isFalse();
      assertThat(work.record().details("REFUSED")).containsExactly("not-an-approver");
      assertThat(log.unmasked())
          .anyMatch(line -> line.contains("not Slack's"))
          .noneMatch(line -> line.contains("attacker"));
    }
  }

  /** On cards, in private answers, on the home tab, in the audit channel, and in each fallback. */
  @Test
  void showsNoDirectionInvisibleOrLineBreakingCharacters() {
    try (Workplace work =
        Workplace.open(Map.of("MAILBRAKE_AUDIT_CHANNEL", SampleWorkspace.MAIL_AUDIT))) {
      work.slack
          .workspace()
          .put(SlackUser.member(work.ada.id(), "ada", "Ada \u202eecalevoL\n\u2066now\u2028x"));
      work.zoho.add(
          work.zoho
              .account(REBECCA)
              .orElseThrow()
              .displayName("Rebecca\u2028\u202e\u2066\u200b\nBefore: outgoing mail blocked"));
      work.ada.types("/mail-block " + REBECCA + " gnihsihp\u202e\u2066\u200d\u0007 \ud83d");
      SlackMessage card = work.card("Block outgoing mail?", REBECCA, "gnihsihp");
      work.grace.types("/mail-block " + REBECCA + " again");
      work.grace.reads("asked for by Ada  ecalevoL");
      work.grace.types("/mail-block reb\u202eecca@zylker.com again");
      work.grace.reads("asked for by Ada  ecalevoL");
      work.ada.presses(Workplace.BLOCK, card);
      work.ada.presses(Workplace.BLOCK, card);
      SlackMessage blocked = work.card("Blocked, verified", "gnihsihp");
      work.grace.types("/mail-status " + REBECCA);
      work.grace.reads("Last change by Mailbrake", "gnihsihp");
      work.grace.types("/mail-status");
      work.grace.reads("Kept blocked by Mailbrake", "gnihsihp");
      work.passes(Duration.ofSeconds(6));
      work.slack.awaitMessage(
          SampleWorkspace.MAIL_AUDIT, it -> it.plainText().contains("confirmed · block"));

      assertThat(everythingShown(work)).hasSizeGreaterThan(10).noneMatch(HostileInputTest::turns);
      assertThat(blocked.plainText().lines())
          .as("the name is no line of its own")
          .filteredOn(line -> line.startsWith("Before: "))
          .containsExactly("Before: outgoing mail allowed");
      assertThat(work.record().column("select reason from requests"))
          .as("the record keeps what was typed")
          .singleElement()
          .asString()
          .startsWith("gnihsihp\u202e\u2066\u200d ");
    }
  }

  private static boolean turns(String text) {
    return Pattern.compile("[\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Cc}&&[^\n]]").matcher(text).find();
  }

  /** All texts and fallbacks that anybody sees or hears. */
  private static List<String> everythingShown(Workplace work) {
    SlackView home = work.ada.opensHome("Kept blocked by Mailbrake", REBECCA);
    return Stream.concat(
            Stream.of(
                    work.slack.messages(Workplace.CHANNEL),
                    work.slack.messages(SampleWorkspace.MAIL_AUDIT),
                    work.ada.privateMessages(),
                    work.grace.privateMessages())
                .flatMap(List::stream)
                .flatMap(it -> Stream.of(it.plainText(), it.fallback())),
            Stream.of(home.plainText()))
        .toList();
  }

  @Test
  void keepsAMistypedAddressFromBecomingMarkupInTheAnswer() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-block <!channel> sends phishing");
      SlackMessage answer = work.ada.reads("I don't recognize", "For example:");
      assertThat(answer.fallback()).doesNotContain("<!channel>");
      assertThat(answer.blocks().findValuesAsText("type")).doesNotContain("mrkdwn");
    }
  }

  @Tag("http")
  @ParameterizedTest
  @ValueSource(longs = {-301, 301, 4_000})
  void refusesASignatureThatIsTooOldOrInTheFuture(long seconds) {
    try (Workplace work = Workplace.open()) {
      BotAcknowledgement answer =
          work.slack.posts(
              BotRequest.of(COMMAND)
                  .signedAt(work.clock.instant().plus(Duration.ofSeconds(seconds))));
      assertThat(answer.status()).isEqualTo(401);
      assertThat(work.slack.calls()).isEmpty();
    }
  }

  @Tag("http")
  @Test
  void refusesAForgedOrMissingSignature() {
    try (Workplace work = Workplace.open()) {
      assertThat(work.slack.posts(BotRequest.of(COMMAND).signedWith("guessed")).status())
          .isEqualTo(401);
      assertThat(work.slack.posts(BotRequest.of(COMMAND).unsigned()).status()).isEqualTo(401);
      assertThat(work.slack.posts(BotRequest.of("ssl_check=1&" + COMMAND).unsigned()).status())
          .isEqualTo(401);
      assertThat(work.slack.calls()).isEmpty();
    }
  }

  @Tag("http")
  @ParameterizedTest(name = "{index}")
  @ValueSource(
      strings = {
        "",
        "payload=",
        "payload={",
        "payload=%7B%22type%22%3A%22block_actions%22%7D",
        "payload=%7B%22type%22%3A%22block_actions%22%2C%22actions%22%3A%5B%5D%7D",
        "payload=%5B1%2C2%5D",
        "payload=null",
        "command=%2Fmail-block",
        "command=%2Fsomething-else&text=x",
        "%%%=%zz",
        "{\"type\":\"event_callback\"}",
        "{\"type\":",
        "[[[[",
        "\u0000\uffff",
      })
  void answersSignedNonsenseWithoutAnError(String body) {
    try (Workplace work = Workplace.open()) {
      assertThat(work.slack.posts(BotRequest.of(body)).status()).isBetween(200, 499);
      assertThat(work.slack.posts(BotRequest.of(body).contentType("application/json")).status())
          .isBetween(200, 499);
      work.ada.asksToBlock(REBECCA);
    }
  }

  @Tag("http")
  @Test
  void readsAtMostOneMebibyte() {
    try (Workplace work = Workplace.open()) {
      String huge = COMMAND + "x".repeat(2 << 20);
      assertThat(work.slack.posts(BotRequest.of(huge)).status()).isIn(413, 0);
      work.ada.asksToBlock(REBECCA);
    }
  }
}
