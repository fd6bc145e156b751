package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.PAULA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.zoho.ZohoAccount;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import dev.mailbrake.sandbox.zoho.ZohoRole;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What may change about a mailbox between the request and its confirmation. */
@Tag("sqlite")
class ChangedFactsTest {
  /** The stored status of a mailbox is used for a minute. */
  private static final Duration OLD = Duration.ofSeconds(61);

  @Test
  void needsASecondApproverIfTheOwnerBecameAnAdministrator() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.zoho.add(work.zoho.account(REBECCA).orElseThrow().role(ZohoRole.ADMIN));
      work.passes(OLD);
      work.ada.presses(Workplace.BLOCK, card);

      work.card("Since it was asked for: the mailbox is", "Two approvers must confirm");
      assertThat(work.record().details("FIRST_CONFIRMED"))
          .containsExactly(REBECCA + " is an administrator's mailbox.");
      work.grace.presses(Workplace.BLOCK, card);
      work.card("Blocked, verified", "Since it was asked for");
    }
  }

  @Test
  void showsThatSomebodyBlockedItInTheConsoleMeanwhile() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.zoho.setOutgoingBlocked(REBECCA, true);
      work.passes(OLD);
      work.ada.presses(Workplace.BLOCK, card);

      work.card(
          "Already blocked, nothing changed", "Since it was asked for: outgoing mail is blocked.");
      assertThat(work.zoho.writes()).isEmpty();
    }
  }

  @Test
  void showsTheNewAddress() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.zoho.rename(REBECCA, "rebecca.miller@zylker.com");
      work.passes(OLD);
      work.ada.presses(Workplace.BLOCK, card);

      work.card(
          "Blocked, verified",
          "the address is rebecca.miller@zylker.com, and no longer " + REBECCA);
      assertThat(work.isBlocked("rebecca.miller@zylker.com")).isTrue();
    }
  }

  @Test
  void keepsChangesFoundByEitherClickOnTheCard() {
    try (Workplace work = Workplace.open(Map.of("MAILBRAKE_BLOCK_APPROVALS", "2"))) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.zoho.rename(REBECCA, "rebecca.miller@zylker.com");
      work.passes(OLD);
      work.ada.presses(Workplace.BLOCK, card);
      work.card("first confirmed by", "and no longer " + REBECCA);

      work.zoho.setOutgoingBlocked("rebecca.miller@zylker.com", true);
      work.passes(OLD);
      work.grace.presses(Workplace.BLOCK, card);

      work.card("Already blocked", "and no longer " + REBECCA, "outgoing mail is blocked.");
    }
  }

  @Test
  void voidsARequestWhoseAddressNowBelongsToAnotherAccount() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.zoho.remove(REBECCA);
      work.zoho.add(
          ZohoAccount.member(9007199254741201L, "2560636000000008201", REBECCA, "Rebecca", "Two"));
      work.passes(OLD);
      work.ada.presses(Workplace.BLOCK, card);

      work.ada.reads("it belongs to another account", "Nothing was done");
      work.card("Void, nothing changed", "it belongs to another account");
      assertThat(work.zoho.writes()).isEmpty();
      assertThat(work.record().events()).containsExactly("ASKED", "VOID");

      work.grace.presses(Workplace.BLOCK, card);
      assertThat(work.grace.reads("void").plainText())
          .contains("Nothing was done")
          .doesNotContain("confirmed", "was first");
    }
  }

  /** The job reads the mailbox again, by the account's ids. */
  @Test
  void usesTheStoredStatusIfZohoDoesNotAnswerDuringTheClick() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(PAULA);
      work.passes(OLD);
      work.zoho.inject(ZohoFault.DOWN);
      work.ada.presses(Workplace.BLOCK, card);
      work.card("Confirmed, not done yet", PAULA);
      work.zoho.clearFaults();
      work.passes(Duration.ofMinutes(5));

      work.card("Blocked, verified", PAULA);
    }
  }
}
