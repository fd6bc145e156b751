package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.ADMIN;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.BLOCKED;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.NEVER_SIGNED_IN;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.OWNER;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.PAULA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.SALES;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.TARIQ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.people.SlackUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule that requires a second approver. */
@Tag("sqlite")
class TwoNeededTest {
  private static final String ADAS = "ada@zylker.com";

  static Stream<Arguments> blocksThatNeedTwo() {
    return Stream.of(
        Arguments.of("MAILBRAKE_PROTECTED", REBECCA, REBECCA, "is a protected mailbox"),
        Arguments.of("MAILBRAKE_PROTECTED", SALES, REBECCA, "(sales@zylker.com) is a protected"),
        Arguments.of("MAILBRAKE_DRY_RUN", "false", ADMIN, "is an administrator's mailbox"),
        Arguments.of("MAILBRAKE_DRY_RUN", "false", OWNER, "behind Mailbrake's own Zoho token"),
        Arguments.of("MAILBRAKE_HOURLY_BLOCKS", "0", PAULA, "above the limit of 0"),
        Arguments.of("MAILBRAKE_BLOCK_APPROVALS", "2", PAULA, "MAILBRAKE_BLOCK_APPROVALS"));
  }

  @ParameterizedTest
  @MethodSource("blocksThatNeedTwo")
  void blocksWithTwo(String setting, String value, String address, String why) {
    try (Workplace work = Workplace.open(Map.of(setting, value))) {
      SlackMessage card = work.ada.asksToBlock(address);
      assertThat(card.plainText()).contains("Two approvers must confirm: ", why);

      needsBoth(work, card, Workplace.BLOCK, "Blocked, verified");

      assertThat(work.isBlocked(address)).isTrue();
      assertThat(work.record().details("ASKED")).singleElement().asString().contains(why);
      assertThat(work.record().details("FIRST_CONFIRMED")).singleElement().asString().contains(why);
    }
  }

  private static void needsBoth(Workplace work, SlackMessage card, String label, String done) {
    work.ada.presses(label, card);
    work.ada.reads("Another approver has to confirm");
    assertThat(work.zoho.writes()).isEmpty();
    work.grace.presses(label, card);
    work.card(done);
  }

  @Test
  void unblocksWithTwoIfSoConfiguredAndBlocksWithOne() {
    try (Workplace work = Workplace.open(Map.of("MAILBRAKE_UNBLOCK_APPROVALS", "2"))) {
      work.ada.types("/mail-unblock " + BLOCKED);
      SlackMessage card = work.card("Allow outgoing mail?", "MAILBRAKE_UNBLOCK_APPROVALS");
      needsBoth(work, card, Workplace.UNBLOCK, "Allowed, verified");

      work.ada.presses(Workplace.BLOCK, work.ada.asksToBlock(PAULA));
      work.card("Blocked, verified", PAULA);
    }
  }

  @Test
  void letsNobodyUnblockTheirOwnMailboxAlone() {
    try (Workplace work = Workplace.open()) {
      adaIsBlocked(work);
      work.ada.types("/mail-unblock " + ADAS);
      SlackMessage card = work.card("Allow outgoing mail?", "is the person's own mailbox");

      needsBoth(work, card, Workplace.UNBLOCK, "Allowed, verified");
      assertThat(work.isBlocked(ADAS)).isFalse();
    }
  }

  @Test
  void recognizesTheirOwnMailboxBehindATag() {
    try (Workplace work = Workplace.open()) {
      adaIsBlocked(work);
      showsAddress(work, "ada+slack@zylker.com");
      work.ada.types("/mail-unblock " + ADAS);
      SlackMessage card = work.card("Allow outgoing mail?", "is the person's own mailbox");

      needsBoth(work, card, Workplace.UNBLOCK, "Allowed, verified");
    }
  }

  @Test
  void recognizesTheirOwnMailboxAfterTheyChangedTheirAddress() {
    try (Workplace work = Workplace.open()) {
      adaIsBlocked(work);
      work.ada.types("/mail-status " + ADAS);
      work.ada.reads(ADAS);
      showsAddress(work, "lovelace@elsewhere.example");
      work.ada.types("/mail-unblock " + ADAS);
      SlackMessage card =
          work.card("Allow outgoing mail?", "an address that their Slack profile showed before");

      needsBoth(work, card, Workplace.UNBLOCK, "Allowed, verified");
    }
  }

  /** As somebody does for a colleague whose mailbox sends phishing. */
  @Test
  void recognizesTheOwnerOfAMailboxThatWasBlockedByMention() {
    try (Workplace work = Workplace.open()) {
      adaIsBlocked(work);
      work.grace.types("/mail-block @ada sends phishing");
      SlackMessage asked = work.card("Block outgoing mail?", ADAS);
      work.grace.presses(Workplace.CANCEL, asked);
      work.card("Cancelled", ADAS);
      showsAddress(work, "lovelace@elsewhere.example");

      work.ada.types("/mail-unblock " + ADAS);

      work.card("Allow outgoing mail?", "an address that their Slack profile showed before");
      assertThat(work.record().details("ADDRESS_CHANGED"))
          .containsExactly("their Slack profile showed ada@zylker.com before");
    }
  }

  @Test
  void noticesAnAddressChangedBetweenCommandAndClick() {
    try (Workplace work = Workplace.open()) {
      adaIsBlocked(work);
      work.ada.types("/mail-unblock " + ADAS);
      SlackMessage card = work.card("Allow outgoing mail?", "is the person's own mailbox");
      showsAddress(work, "lovelace@elsewhere.example");

      work.ada.presses(Workplace.UNBLOCK, card);

      work.ada.reads("Another approver has to confirm");
      assertThat(work.record().details("ADDRESS_CHANGED"))
          .containsExactly("their Slack profile showed ada@zylker.com before");
      assertThat(work.isBlocked(ADAS)).isTrue();
    }
  }

  @Test
  void ignoresAnUnconfirmedAddress() {
    try (Workplace work = Workplace.open()) {
      adaIsBlocked(work);
      SlackUser ada = work.slack.workspace().user(work.ada.id());
      work.slack
          .workspace()
          .put(ada.withEmail("other@zylker.com").with(SlackUser.Trait.EMAIL_UNCONFIRMED));
      work.ada.types("/mail-unblock " + ADAS);
      SlackMessage card = work.card("Allow outgoing mail?", "shows no confirmed mail address");

      needsBoth(work, card, Workplace.UNBLOCK, "Allowed, verified");
    }
  }

  private static void showsAddress(Workplace work, String address) {
    SlackUser ada = work.slack.workspace().user(work.ada.id());
    work.slack.workspace().put(ada.withEmail(address));
  }

  @Test
  void letsNobodyUnblockTheirOwnMailboxThoughAnotherRequestedIt() {
    try (Workplace work = Workplace.open()) {
      adaIsBlocked(work);
      work.grace.types("/mail-unblock " + ADAS);
      SlackMessage card = work.card("Allow outgoing mail?", ADAS);
      assertThat(card.plainText()).doesNotContain("Two approvers");

      needsBoth(work, card, Workplace.UNBLOCK, "Allowed, verified");
    }
  }

  @Test
  void letsAnotherApproverUnblockItAlone() {
    try (Workplace work = Workplace.open()) {
      adaIsBlocked(work);
      work.grace.types("/mail-unblock " + ADAS);
      work.grace.presses(Workplace.UNBLOCK, work.card("Allow outgoing mail?", ADAS));

      work.card("Allowed, verified", ADAS);
      assertThat(work.record().events()).doesNotContain("FIRST_CONFIRMED");
    }
  }

  private static void adaIsBlocked(Workplace work) {
    work.zoho.setOutgoingBlocked(ADAS, true);
  }

  /** All were requested while nothing was blocked yet. */
  @Test
  void countsTheBlocksOfTheLastHourAtTheClick() {
    Map<String, String> settings =
        Map.of("MAILBRAKE_HOURLY_BLOCKS", "2", "MAILBRAKE_CONFIRM_WITHIN", "2h");
    try (Workplace work = Workplace.open(settings)) {
      List<SlackMessage> cards =
          Stream.of(REBECCA, PAULA, TARIQ, NEVER_SIGNED_IN).map(work.ada::asksToBlock).toList();
      assertThat(work.cards()).noneMatch(card -> card.plainText().contains("Two approvers"));
      for (SlackMessage card : cards.subList(0, 2)) {
        work.ada.presses(Workplace.BLOCK, card);
      }
      work.card("Blocked, verified", REBECCA);
      work.card("Blocked, verified", PAULA);

      work.ada.presses(Workplace.BLOCK, cards.get(2));
      work.card(TARIQ, "first confirmed by", "mailbox number 3", "above the limit of 2");
      work.passes(Duration.ofMinutes(61));
      work.ada.presses(Workplace.BLOCK, cards.get(3));
      work.card("Blocked, verified", NEVER_SIGNED_IN);

      assertThat(work.isBlocked(TARIQ)).as("what once needs two keeps needing two").isFalse();
    }
  }

  /** Each approval counts before it is applied. */
  @Test
  void enforcesTheLimitHoweverFastSomebodyPresses() {
    try (Workplace work = Workplace.open(Map.of("MAILBRAKE_HOURLY_BLOCKS", "1"))) {
      List<SlackMessage> cards = Stream.of(REBECCA, PAULA).map(work.ada::asksToBlock).toList();

      Workplace.together(
          () -> work.ada.presses(Workplace.BLOCK, cards.get(0)),
          () -> work.grace.presses(Workplace.BLOCK, cards.get(1)));

      work.card("Blocked, verified");
      work.card("Block outgoing mail?", "first confirmed by", "mailbox number 2");
      assertThat(work.zoho.writes()).hasSize(1);
    }
  }
}
