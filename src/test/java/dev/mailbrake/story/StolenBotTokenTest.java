package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.PAULA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.messages.SlackButton;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import dev.mailbrake.sandbox.slack.webapi.SlackFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Anyone with the bot token can post any button, but a click counts only on the request's own card
 * or on the home tab. An approver presses in each story; everything else about the click is right.
 */
class StolenBotTokenTest {
  private static final String ELSEWHERE = "isn't on the request's own card";

  @ParameterizedTest
  @ValueSource(strings = {"confirm-change", "cancel-change", "ask-to-allow"})
  void refusesAButtonWithARealRequestOnAMessageThatIsNotItsCard(String action) {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      SlackMessage forged = work.slack.thief().posts(Workplace.CHANNEL, like(card, action));

      work.ada.presses(action, forged);

      SlackMessage answer = work.ada.reads(ELSEWHERE, "nothing was done");
      assertThat(answer.plainText()).contains("/p" + card.ts().replace(".", ""));
      nothingCameOfIt(work);
      work.ada.presses(Workplace.BLOCK, card);
      work.card("Blocked, verified", REBECCA);
    }
  }

  @Test
  void refusesItInAnotherChannelToo() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      SlackMessage forged =
          work.slack.thief().posts(SampleWorkspace.MAIL_AUDIT, like(card, "confirm-change"));

      work.ada.presses("confirm-change", forged);

      work.ada.reads(ELSEWHERE);
      nothingCameOfIt(work);
    }
  }

  @Test
  void refusesTheCardsOwnMessageIdFromAnotherChannel() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      String id = card.button(Workplace.BLOCK).value();

      work.slack
          .as(work.ada.id())
          .clicksRaw(SampleWorkspace.RANDOM, card.ts(), "confirm-change", id);

      work.ada.reads(ELSEWHERE);
      nothingCameOfIt(work);
    }
  }

  @Test
  void refusesItOnTheCardOfAnotherRequest() {
    try (Workplace work = Workplace.open()) {
      SlackMessage rebeccas = work.ada.asksToBlock(REBECCA);
      SlackMessage paulas = work.ada.asksToBlock(PAULA);
      SlackMessage edited = work.slack.thief().edits(paulas, like(rebeccas, "confirm-change"));

      work.ada.presses("confirm-change", edited);

      work.ada.reads(ELSEWHERE);
      assertThat(work.zoho.writes()).isEmpty();
    }
  }

  @Test
  void refusesItOnAMessageThatOnlyThePresserSees() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      SlackMessage forged =
          work.slack
              .thief()
              .whispers(work.ada.id(), Workplace.CHANNEL, like(card, "confirm-change"));

      work.ada.presses("confirm-change", forged);

      work.ada.reads(ELSEWHERE);
      nothingCameOfIt(work);
    }
  }

  /** The record has no place for such a card, so its channel must match. */
  @Test
  void refusesItInAnotherChannelIfTheCardCameByAResponseUrl() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-block " + REBECCA + " sends phishing", SampleWorkspace.RANDOM);
      SlackMessage card =
          work.slack.awaitMessage(SampleWorkspace.RANDOM, it -> !it.buttons().isEmpty());
      assertThat(card.byResponseUrl()).isTrue();
      SlackMessage forged =
          work.slack.thief().posts(Workplace.CHANNEL, like(card, "confirm-change"));

      work.ada.presses("confirm-change", forged);
      work.ada.reads(ELSEWHERE);
      nothingCameOfIt(work);

      work.ada.presses(Workplace.BLOCK, card);
      work.slack.awaitMessage(
          SampleWorkspace.RANDOM, it -> it.plainText().contains("Blocked, verified"));
    }
  }

  @Test
  void refusesAnAutomaticUnblockOnAMessageThatIsNotItsReminder() {
    try (TemporaryBlock block = TemporaryBlock.inForce()) {
      Workplace work = block.work;
      SlackMessage reminder = block.isNearItsEnd();
      int before = work.zoho.writes().size();
      SlackMessage forged =
          work.slack
              .thief()
              .posts(
                  Workplace.CHANNEL,
                  like(reminder, "confirm-change"),
                  like(reminder, "cancel-change"));

      work.ada.presses("confirm-change", forged);
      work.ada.reads(ELSEWHERE);
      work.grace.presses("cancel-change", forged);
      work.grace.reads(ELSEWHERE);

      assertThat(work.zoho.writes()).hasSize(before);
      work.ada.presses("Keep blocked", reminder);
      work.card("Kept blocked");
    }
  }

  /** Its message could be neither edited nor deleted. */
  @Test
  void pointsFromAnOldMessageToTheOneThatReplacedIt() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-block " + REBECCA + " " + PAULA + " wave");
      SlackMessage old = work.card("Block outgoing mail?", REBECCA, PAULA);
      work.slack.faults().begin(SlackFault.EDIT_WINDOW_CLOSED.times(1).on("chat.update"));
      work.slack.faults().begin(SlackFault.INTERNAL_ERROR.always().on("chat.delete"));
      work.ada.presses(Workplace.BLOCK, old);
      SlackMessage anew =
          work.card(
              it ->
                  it.plainText().contains("Blocked, verified")
                      && Workplace.decisions(it).size() == 2);

      work.ada.presses(old.button(Workplace.BLOCK, waiting(anew)), old);

      SlackMessage answer = work.ada.reads(ELSEWHERE);
      assertThat(answer.plainText()).contains("/p" + anew.ts().replace(".", ""));
      assertThat(work.zoho.writes()).hasSize(1);
    }
  }

  private static String waiting(SlackMessage card) {
    return card.button(Workplace.BLOCK).value();
  }

  /** What the attacker can still do, as the threat model says. */
  @Test
  void cannotHideAConfirmedBlockByEditingTheCardOrTheHomeTab() {
    try (Workplace work = Workplace.open()) {
      SlackMessage rebeccas = work.ada.asksToBlock(REBECCA);
      SlackMessage edited = work.slack.thief().edits(rebeccas, like(rebeccas, "confirm-change"));
      assertThat(edited.plainText()).doesNotContain(REBECCA);
      work.ada.presses("confirm-change", edited);
      work.card("Blocked, verified", REBECCA);
      work.ada.reads("You confirmed: block outgoing mail of " + REBECCA);

      SlackMessage paulas = work.ada.asksToBlock(PAULA);
      work.slack.thief().publishes(work.ada.id(), like(paulas, "confirm-change"));
      work.ada.pressesAtHome("confirm-change");
      work.card("Blocked, verified", PAULA);
      work.ada.readsDirectly("You confirmed: block outgoing mail of " + PAULA);
    }
  }

  /** A button with the id of that card's request, under a misleading text. */
  private static SlackButton like(SlackMessage card, String action) {
    return new SlackButton("Yes, please", action, "", card.buttons().get(0).value(), "");
  }

  private static void nothingCameOfIt(Workplace work) {
    assertThat(work.record().states()).containsExactly("WAITING");
    assertThat(work.record().details("REFUSED_CLICK")).containsExactly("unknown-message");
    assertThat(work.zoho.writes()).isEmpty();
    assertThat(work.slack.modal(work.ada.id())).isEmpty();
  }
}
