package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.PAULA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.webapi.SlackFault;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import dev.mailbrake.sandbox.zoho.RequestKind;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LogTest {
  private static final String METRICS_TOKEN = "a-token-for-prometheus";

  /** Where keys are in FakeSlack's response URLs, as in Slack's own: /commands/T…/number/key. */
  private static final String RESPONSE_URL = "/(commands|actions)/" + FakeSlack.TEAM + "/";

  @Test
  void namesTheRequestOnEveryLineAboutIt() {
    try (Workplace work = Workplace.open();
        LoggedLines log = LoggedLines.caught()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.zoho.inject(ZohoFault.DOWN.on(RequestKind.WRITE).times(1));
      work.ada.presses(Workplace.BLOCK, card);
      work.card("Confirmed, not done yet");
      work.passes(Duration.ofSeconds(5));
      work.card("Blocked, verified");
      work.rests();

      String id = work.record().column("select id from requests").get(0);
      assertThat(log.texts())
          .filteredOn(line -> line.contains("request " + id))
          .hasSizeGreaterThanOrEqualTo(2)
          .allMatch(line -> line.contains(" request=" + id + " "));
      assertThat(log.jsons())
          .filteredOn(line -> line.contains("request " + id))
          .isNotEmpty()
          .allMatch(line -> line.contains("\"request\":\"" + id + "\""));
      assertThat(log.texts())
          .filteredOn(line -> !line.contains(id))
          .noneMatch(line -> line.contains(" request="));
    }
  }

  @Tag("sqlite")
  @Test
  void namesTheActorAndTheRequestIfAClickFails() {
    try (Workplace work = Workplace.open();
        LoggedLines log = LoggedLines.caught()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.rests();
      String id = work.record().column("select id from requests").get(0);
      Jdbi.create(work.database::connect)
          .useHandle(handle -> handle.execute("alter table audit_log rename to lost"));

      work.ada.presses(Workplace.BLOCK, card);

      work.ada.reads("Something went wrong in Mailbrake and nothing was done");
      assertThat(log.texts())
          .filteredOn(line -> line.contains("nothing was done for"))
          .isNotEmpty()
          .allMatch(line -> line.contains(" request=" + id + " by=" + work.ada.id() + " "));
    }
  }

  @Test
  void holdsNoSecretInAnyFailureEvenBeforeMasking() {
    try (LoggedLines log = LoggedLines.everything();
        Workplace work = noisy()) {
      goesWrong(work);

      assertThat(log.unmasked()).hasSizeGreaterThan(50);
      holdsNone(log.unmasked(), work);
      holdsNone(log.texts(), work);
      holdsNone(log.jsons(), work);
    }
  }

  private static Workplace noisy() {
    return Workplace.open(Map.of("MAILBRAKE_METRICS_TOKEN", METRICS_TOKEN));
  }

  private static void holdsNone(List<String> lines, Workplace work) {
    assertThat(String.join("\n", lines))
        .doesNotContain(
            FakeSlack.BOT_TOKEN,
            FakeSlack.SIGNING_SECRET,
            FakeZoho.CLIENT_SECRET,
            FakeZoho.REFRESH_TOKEN,
            "fake-access-token",
            METRICS_TOKEN)
        .doesNotContainPattern(RESPONSE_URL);
    assertThat(work.zoho.tokensIssued()).isPositive();
  }

  /** A block during which everything that handles a secret fails. */
  private static void goesWrong(Workplace work) {
    SlackMessage card = work.ada.asksToBlock(REBECCA);
    work.zoho.inject(ZohoFault.TOKENS_EXPIRED);
    work.zoho.inject(ZohoFault.REFRESH_REVOKED.times(1));
    work.ada.types("/mail-block " + PAULA + " sends phishing");
    work.ada.reads("no longer accepts the refresh token");
    work.passes(Duration.ofMinutes(1));
    work.zoho.inject(ZohoFault.HANG_UP.on(RequestKind.WRITE).times(1));
    work.ada.presses(Workplace.BLOCK, card);
    work.card("Confirmed, not done yet");
    work.rests();
    work.slack.faults().begin(SlackFault.TOKEN_REVOKED);
    work.slack.faults().begin(SlackFault.RESPONSE_URL_DOWN);
    work.passes(Duration.ofMinutes(2));
    work.rests();
    work.slack.faults().endAll();
    work.restarts();
    work.passes(Duration.ofMinutes(2));
    work.rests();
  }
}
