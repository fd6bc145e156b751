package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.SampleWorkspace;
import dev.mailbrake.sandbox.slack.SlackFault;
import dev.mailbrake.sandbox.slack.SlackMessage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlackTroubleTest {
  private static final String RANDOM = SampleWorkspace.RANDOM;

  @Test
  void blocksThoughSlackIsDownAndTellsLater() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.slack.faults().begin(SlackFault.DOWN.always().on("chat.update"));

      work.ada.presses(Workplace.BLOCK, card);
      work.zoho.await(zoho -> !zoho.writes().isEmpty(), Workplace.PATIENCE);
      assertThat(work.card(REBECCA).plainText()).contains("Block outgoing mail?");

      work.slack.faults().endAll();
      work.passes(Duration.ofMinutes(2));

      SlackMessage told = work.card("Blocked, verified");
      assertThat(told.ts()).isEqualTo(card.ts());
      assertThat(work.zoho.writes()).hasSize(1);
    }
  }

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
      assertThat(done.buttons()).isEmpty();
    }
  }

  @Test
  void saysInANewMessageThatARequestExpiredWhichItCannotEdit() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-block rebecca@zylker.com sends phishing", RANDOM);
      work.slack.awaitMessage(RANDOM, message -> !message.buttons().isEmpty());

      work.passes(Duration.ofMinutes(10));

      work.slack.awaitMessage(
          RANDOM, message -> message.plainText().contains("Expired, nothing changed"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MESSAGE_NOT_FOUND", "EDIT_WINDOW_CLOSED"})
  void tellsTheTruthInANewMessageWhereTheCardCannotBeEdited(SlackFault fault) {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.slack.faults().begin(fault.always().on("chat.update"));

      work.ada.presses(Workplace.BLOCK, card);

      SlackMessage told = work.card("Blocked, verified");
      assertThat(told.ts()).isNotEqualTo(card.ts());
    }
  }

  @Test
  void retriesAPrivateAnswer() {
    try (Workplace work = Workplace.open()) {
      work.slack.faults().begin(SlackFault.RESPONSE_URL_DOWN.always());
      work.nils.types("/mail-block rebecca@zylker.com sends phishing");
      work.slack.await(
          () ->
              work.slack.calls().stream()
                  .filter(call -> call.method().equals("response_url") && !call.ok())
                  .findFirst(),
          Workplace.PATIENCE);

      work.slack.faults().endAll();
      work.passes(Duration.ofMinutes(1));

      work.nils.reads("You are not an approver");
    }
  }
}
