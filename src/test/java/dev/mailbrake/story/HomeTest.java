package dev.mailbrake.story;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.GRACE;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.GUSTAV;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.NILS;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.RANDOM;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mailbrake.sandbox.slack.messages.SlackButton;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.views.SlackView;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The home tab and its buttons. */
class HomeTest {
  @Test
  void tellsAnApproverThatNothingIsBlockedOrWaiting() {
    try (Workplace work = Workplace.open()) {
      SlackView home = work.ada.opensHome("Waiting for a confirmation", "Last decisions");

      assertThat(home.plainText().lines()).filteredOn("Nothing."::equals).hasSize(3);
      assertThat(home.buttons()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({NILS + ", You are not an approver", GUSTAV + ", you are a guest"})
  void showsEverybodyElseAnExplanationOnly(String user, String words) {
    try (Workplace work = Workplace.open()) {
      work.ada.asksToBlock(REBECCA);
      SlackView home = new Colleague(work, user).opensHome(words);

      assertThat(home.plainText()).doesNotContain(REBECCA, "Waiting");
      assertThat(home.buttons()).isEmpty();
    }
  }

  @Test
  void blocksFromTheHomeTabAndAnswersDirectly() {
    Map<String, String> settings =
        Map.of("MAILBRAKE_BLOCK_APPROVALS", "2", "MAILBRAKE_CHANNELS", Workplace.CHANNEL);
    try (Workplace work = Workplace.open(settings)) {
      work.ada.asksToBlock(REBECCA);
      work.ada.opensHome(REBECCA, "Two approvers must confirm");
      work.ada.pressesAtHome(Workplace.BLOCK);
      work.ada.readsDirectly("Another approver has to confirm");
      work.ada.seesAtHome("first confirmed by <@" + ADA + ">");
      work.ada.pressesAtHome(Workplace.BLOCK);
      work.ada.readsDirectly("somebody other than you");

      work.grace.opensHome("first confirmed by <@" + ADA + ">");
      work.grace.pressesAtHome(Workplace.BLOCK);

      work.card("Blocked, verified", "first confirmed by <@" + ADA + ">");
      work.grace.seesAtHome("Kept blocked", "blocked by <@" + ADA + "> and <@" + GRACE + ">");
      assertThat(work.ada.seesAtHome("Last decisions", "Blocked, verified").plainText())
          .contains("Blocked, verified*  <@" + ADA + "> and <@" + GRACE + ">");
    }
  }

  @Test
  void cancelsFromTheHomeTab() {
    try (Workplace work = Workplace.open()) {
      work.ada.asksToBlock(REBECCA);
      work.grace.opensHome(REBECCA);
      work.grace.pressesAtHome(Workplace.CANCEL);

      work.card("Cancelled, nothing changed", "cancelled by <@" + GRACE + ">");
      SlackView home = work.grace.seesAtHome("Cancelled, nothing changed");
      assertThat(home.plainText().lines()).filteredOn("Nothing."::equals).hasSize(2);
    }
  }

  @Test
  void requestsAnUnblockFromTheHomeTabInTheChannelOfTheBlock() {
    try (Workplace work = Workplace.open(Map.of("MAILBRAKE_CHANNELS", Workplace.CHANNEL))) {
      work.ada.presses(Workplace.BLOCK, work.ada.asksToBlock(REBECCA));
      work.card("Blocked, verified");
      work.grace.opensHome("blocked by <@" + ADA + ">");
      work.grace.pressesAtHome(Workplace.ASK_TO_UNBLOCK);
      assertThat(work.grace.form().value("address")).isEqualTo(REBECCA);
      work.grace.form().submits();
      work.card("Allow outgoing mail?", REBECCA);
      work.grace.seesAtHome("Allow outgoing mail?", "asked by <@" + GRACE + ">");
      work.grace.pressesAtHome(Workplace.UNBLOCK);

      work.card("Allowed, verified");
      work.grace.seesAtHome("Allowed, verified");
      assertThat(work.slack.home(GRACE).orElseThrow().buttons()).isEmpty();
    }
  }

  /** A block requested elsewhere cannot be decided by way of the home tab either. */
  @Test
  void respectsTheAllowedChannels() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-block " + REBECCA, RANDOM);
      work.ada.opensHome("Block outgoing mail?", REBECCA);
      work.restarts(Map.of("MAILBRAKE_CHANNELS", Workplace.CHANNEL));
      work.ada.pressesAtHome(Workplace.BLOCK);

      work.ada.readsDirectly("Mailbrake does not work in this channel");
      assertThat(work.record().details("REFUSED_CLICK")).containsExactly("channel");
    }
  }

  @Test
  void countsWhatDoesNotFit() {
    try (Workplace work = Workplace.open()) {
      Crowd.waits(work, 11);
      SlackView home = work.ada.opensHome("2 more: type /mail-status in a channel to see all.");

      assertThat(home.buttons()).hasSize(18);
      assertThat(home.plainText()).contains(Crowd.address(0)).doesNotContain(Crowd.address(10));
    }
  }

  @Test
  void showsTheLastTwentyDecisions() {
    try (Workplace work = Workplace.open()) {
      Crowd.waits(work, 21);
      work.cards().forEach(card -> cancelsAll(work, card));

      SlackView home = work.ada.opensHome(Crowd.address(20), Crowd.address(1));
      assertThat(home.plainText())
          .containsSubsequence(Crowd.address(20), Crowd.address(19), Crowd.address(1))
          .doesNotContain(Crowd.address(0));
    }
  }

  /** One after the other, so each has its own time. */
  private static void cancelsAll(Workplace work, SlackMessage card) {
    for (SlackButton button : card.buttons()) {
      if (button.label().equals(Workplace.CANCEL)) {
        int decided = work.record().details("CANCELLED").size() + 1;
        work.slack.as(ADA).clicks(card, button);
        await()
            .atMost(Workplace.PATIENCE)
            .until(() -> work.record().details("CANCELLED").size() == decided);
        work.clock.passes(Duration.ofSeconds(1));
      }
    }
  }
}
