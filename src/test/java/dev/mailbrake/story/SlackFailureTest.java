package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import dev.mailbrake.sandbox.slack.webapi.PlannedFault;
import dev.mailbrake.sandbox.slack.webapi.SlackFault;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlackFailureTest {
  private static final String RANDOM = SampleWorkspace.RANDOM;

  @Test
  void waitsAsLongAsSlackAsksFor() {
    try (Workplace work = Workplace.open()) {
      work.slack
          .faults()
          .begin(
              SlackFault.RATE_LIMITED
                  .times(1)
                  .on("chat.postMessage")
                  .lasting(Duration.ofSeconds(30)));
      work.ada.types("/mail-block rebecca@zylker.com sends phishing");
      work.slack.await(
          () -> work.slack.calls().stream().filter(call -> !call.ok()).findFirst(),
          Workplace.PATIENCE);

      work.passes(Duration.ofSeconds(29));
      work.ada.types("/mail-status rebecca@zylker.com");
      work.ada.reads("outgoing mail is allowed");
      assertThat(work.cards()).isEmpty();

      work.passes(Duration.ofSeconds(2));
      work.card("Block outgoing mail?", REBECCA);
    }
  }

  /** As Slack, or a proxy in front of it, does after five seconds of silence. */
  @Test
  void handlesACommandAndAClickThoughEveryIdleConnectionWasClosed() {
    try (Workplace work = Workplace.open()) {
      work.grace.types("/mail-status rebecca@zylker.com");
      work.grace.reads("outgoing mail is allowed");
      work.passes(Duration.ofMinutes(2)); // The members of the group must be read again.
      work.slack.hangUp();

      SlackMessage card = work.grace.asksToBlock(REBECCA);
      work.passes(Duration.ofMinutes(2));
      work.slack.hangUp();
      work.grace.presses(Workplace.BLOCK, card);

      work.card("Blocked, verified", REBECCA);
      assertThat(work.record().events())
          .containsExactly("ASKED", "CONFIRMED", "ATTEMPTED", "OUTCOME");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DOWN", "RESET", "RATE_LIMITED"})
  void handlesACommandAndAClickThoughSlackFailedOnce(SlackFault fault) {
    try (Workplace work = Workplace.open()) {
      PlannedFault once = fault.times(1).on("users.info").lasting(Duration.ofSeconds(1));
      work.slack.faults().begin(once);
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.slack.faults().begin(once);

      work.ada.presses(Workplace.BLOCK, card);

      work.card("Blocked, verified", REBECCA);
      assertThat(work.record().events()).doesNotContain("REFUSED", "REFUSED_CLICK");
    }
  }

  @Test
  void usesTheResponseUrlWhereTheBotIsNotInTheChannel() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-block rebecca@zylker.com sends phishing", RANDOM);
      SlackMessage card = work.slack.awaitMessage(RANDOM, message -> !message.buttons().isEmpty());
      assertThat(card.byResponseUrl()).isTrue();

      work.grace.presses(Workplace.BLOCK, card);

      SlackMessage done =
          work.slack.awaitMessage(
              RANDOM, message -> message.plainText().contains("Blocked, verified"));
      assertThat(done.ts()).isEqualTo(card.ts());
      assertThat(Workplace.decisions(done)).isEmpty();
    }
  }

  @Test
  void postsANewMessageForAnExpiredRequestItCannotEdit() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-block rebecca@zylker.com sends phishing", RANDOM);
      work.slack.awaitMessage(RANDOM, message -> !message.buttons().isEmpty());

      work.passes(Duration.ofMinutes(10));

      work.slack.awaitMessage(
          RANDOM, message -> message.plainText().contains("Expired, nothing changed"));
    }
  }
}
