package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.BLOCKED;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.PAULA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.SALES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.messages.SlackButton;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.zoho.AcceptedJsonTypes;
import dev.mailbrake.sandbox.zoho.ZohoRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlockAndUnblockTest {

  @Test
  void blocksAMailboxFromCommandToVerifiedCard() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-block rebecca@zylker.com sends phishing, ticket 4711");
      SlackMessage card = work.card("Block outgoing mail?", REBECCA, "Rebecca Anderson");
      assertThat(card.plainText()).contains("sends phishing, ticket 4711", "is allowed now");
      assertThat(work.isBlocked(REBECCA)).isFalse();

      work.ada.presses(Workplace.BLOCK, card);

      SlackMessage done = work.card("Blocked, verified", REBECCA, "sends phishing, ticket 4711");
      assertThat(done.ts()).isEqualTo(card.ts());
      assertThat(done.buttons())
          .extracting(SlackButton::label)
          .containsExactly("Allow outgoing mail…");
      assertThat(work.isBlocked(REBECCA)).isTrue();
      assertThat(work.record().events())
          .containsExactly("ASKED", "CONFIRMED", "ATTEMPTED", "OUTCOME");
    }
  }

  @Test
  void unblocksABlockedMailbox() {
    try (Workplace work = Workplace.open()) {
      work.grace.types("/mail-unblock " + BLOCKED + " password reset");
      SlackMessage card = work.card("Allow outgoing mail?", BLOCKED, "is blocked now");
      assertThat(card.buttons())
          .extracting(SlackButton::label)
          .containsExactly(Workplace.UNBLOCK, Workplace.CANCEL);

      work.ada.presses(Workplace.UNBLOCK, card);

      work.card("Allowed, verified", BLOCKED);
      assertThat(work.isBlocked(BLOCKED)).isFalse();
    }
  }

  @Test
  void needsThreeRequestsAndNoNewTokenForABlockOnceWarm() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-status " + PAULA);
      work.ada.reads(PAULA);
      int before = work.zoho.requests().size();
      int tokens = work.zoho.tokensIssued();

      work.ada.presses(Workplace.BLOCK, work.ada.asksToBlock(REBECCA));
      work.card("Blocked, verified");

      assertThat(work.zoho.requests().subList(before, work.zoho.requests().size()))
          .extracting(ZohoRequest::method)
          .containsExactly("GET", "PUT", "GET");
      assertThat(work.zoho.tokensIssued()).isEqualTo(tokens);
    }
  }

  @Test
  void sendsTheBodyOfTheDocumentedSample() {
    try (Workplace work = Workplace.open()) {
      work.ada.presses(Workplace.BLOCK, work.ada.asksToBlock(REBECCA));
      work.card("Blocked, verified");

      assertThat(work.zoho.requests())
          .filteredOn(request -> request.method().equals("PUT"))
          .singleElement()
          .satisfies(
              put -> {
                assertThat(put.path())
                    .isEqualTo("/api/organization/76006415/accounts/2560636000000008002");
                assertThat(put.body())
                    .isEqualTo(
                        """
                        {"zuid":"9007199254740992","mode":"updateOutgoingStatus","outgoingBlocked":"true"}\
                        """);
              });
    }
  }

  @Test
  void fallsBackToNativeTypesOnceAndRemembersThem() {
    try (Workplace work = Workplace.open()) {
      work.zoho.settings().acceptedForm(AcceptedJsonTypes.NATIVE);
      work.ada.presses(Workplace.BLOCK, work.ada.asksToBlock(REBECCA));
      work.card("Blocked, verified", REBECCA);
      work.ada.presses(Workplace.BLOCK, work.ada.asksToBlock(PAULA));
      work.card("Blocked, verified", PAULA);

      assertThat(work.zoho.requests())
          .filteredOn(request -> request.method().equals("PUT"))
          .extracting(ZohoRequest::status)
          .containsExactly(400, 200, 200);
    }
  }

  @Test
  void resolvesAnAliasAndShowsBothAddresses() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-block " + SALES + " sends phishing");
      work.card("Block outgoing mail?", REBECCA, "asked for as " + SALES);
    }
  }

  @Test
  void resolvesAMentionToTheAddressInThatPersonsProfile() {
    try (Workplace work = Workplace.open()) {
      var nils = work.slack.workspace().user(work.nils.id());
      work.slack.workspace().put(nils.withEmail(PAULA));

      work.ada.types("/mail-block @nils sends phishing");

      work.card("Block outgoing mail?", PAULA);
    }
  }

  @Test
  void saysThatAMentionedPersonHasNoAddress() {
    try (Workplace work = Workplace.open()) {
      var nils = work.slack.workspace().user(work.nils.id());
      work.slack.workspace().put(nils.withoutEmail());

      work.ada.types("/mail-block @nils sends phishing");

      work.ada.reads(
          "their Slack profile shows no confirmed mail address", "Name the mailbox by its address");
      assertThat(work.cards()).isEmpty();
    }
  }

  @Test
  void tellsWhatToTryInsteadOfAnUnknownAddress() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-block rebecca+news@zylker.com");
      work.ada.reads(
          "There's no mailbox rebecca+news@zylker.com in your Zoho organization.",
          "Try rebecca@zylker.com, without the tag.");
      work.ada.types("/mail-block everyone@zylker.com");
      work.ada.reads("no mailbox everyone@zylker.com", "A group address has no mailbox to block");
    }
  }

  @Test
  void blocksEveryMailboxOfAListAsPeoplePasteIt() {
    try (Workplace work = Workplace.open()) {
      work.ada.types(
          "/mail-block Rebecca <rebecca@zylker.com> and paula@zylker.com phishing for 4 hours");

      assertThat(work.card("Block outgoing mail?", REBECCA, PAULA, "phishing").plainText())
          .contains("For 4h");
    }
  }

  @Test
  void givesEachMailboxARowAndLimitsHowMany() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-block rebecca@zylker.com nobody@zylker.com, paula@zylker.com wave");

      SlackMessage card = work.card("Block outgoing mail?", REBECCA, PAULA);
      work.ada.reads("There's no mailbox nobody@zylker.com");
      List<SlackButton> confirm =
          card.buttons().stream().filter(it -> it.label().equals(Workplace.BLOCK)).toList();
      assertThat(confirm).hasSize(2);

      work.slack.as(work.ada.id()).clicks(card, confirm.get(1));

      work.card(PAULA, "Blocked, verified", "Block outgoing mail?");
      assertThat(work.isBlocked(PAULA)).isTrue();
      assertThat(work.isBlocked(REBECCA)).isFalse();
    }
  }

  @Test
  void treatsOneAccountNamedTwiceAsOneMailbox() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-block " + REBECCA + " " + SALES + " sends phishing");
      assertThat(work.card("Block outgoing mail?", REBECCA).buttons()).hasSize(2);
    }
  }

  @Test
  void saysThatAMailboxWasBlockedAlready() {
    try (Workplace work = Workplace.open()) {
      work.ada.presses(Workplace.BLOCK, work.ada.asksToBlock(BLOCKED));
      work.card("Already blocked, nothing changed", BLOCKED);
      assertThat(work.zoho.writes()).isEmpty();
    }
  }

  @Test
  void readsAgainBeforeWritingWhenTheStatusIsOlderThanAMinute() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.passes(Duration.ofMinutes(2));
      work.zoho.setOutgoingBlocked(REBECCA, true);

      work.ada.presses(Workplace.BLOCK, card);

      work.card("Already blocked, nothing changed");
      assertThat(work.zoho.writes()).isEmpty();
    }
  }

  @Test
  void showsTheStatusOfMailboxesToAnApprover() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-status " + BLOCKED + " " + SALES + " nobody@zylker.com");
      work.ada.reads(
          BLOCKED + " – Boris Horvat: outgoing mail is blocked.",
          REBECCA + " – Rebecca Anderson (asked for as " + SALES + "): outgoing mail is allowed.",
          "There's no mailbox nobody@zylker.com");
      assertThat(work.cards()).isEmpty();
    }
  }

  @Test
  void changesOnlyTheOwnersMailboxWithUserAuthentication() {
    try (Workplace work = Workplace.open(Map.of("ZOHO_AUTHENTICATION", "user"))) {
      work.zoho.setOwner(REBECCA);
      work.zoho.setScopes(java.util.Set.of("ZohoMail.accounts.READ", "ZohoMail.accounts.UPDATE"));

      work.ada.types("/mail-block paula@zylker.com sends phishing");
      work.ada.reads("There's no mailbox paula@zylker.com");
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      assertThat(card.plainText()).contains("behind Mailbrake's own Zoho token");
      work.ada.presses(Workplace.BLOCK, card);
      work.ada.reads("Another approver has to confirm");
      work.grace.presses(Workplace.BLOCK, card);

      work.card("Blocked, verified", REBECCA);
      assertThat(work.isBlocked(REBECCA)).isTrue();
    }
  }

  @Test
  void changesNothingInADryRun() {
    try (Workplace work = Workplace.open(Map.of("MAILBRAKE_DRY_RUN", "true"))) {
      work.ada.types("/mail-block rebecca@zylker.com sends phishing");
      SlackMessage card = work.card("Dry run", "Block outgoing mail?");

      work.ada.presses(Workplace.BLOCK, card);

      work.card("Dry run, nothing changed", "nothing was sent to Zoho");
      assertThat(work.zoho.writes()).isEmpty();
    }
  }

  @Test
  void callsNeitherSlackNorZohoBeforeTheAcknowledgement() {
    try (Workplace work = Workplace.open()) {
      work.zoho.settings().delay(Duration.ofSeconds(4));
      work.zoho.inject(dev.mailbrake.sandbox.zoho.ZohoFault.SLOW);
      work.slack
          .faults()
          .begin(
              dev.mailbrake.sandbox.slack.webapi.SlackFault.SLOW
                  .always()
                  .lasting(Duration.ofSeconds(4)));

      var ack = work.ada.types("/mail-block rebecca@zylker.com sends phishing");

      assertThat(ack.status()).isEqualTo(200);
      assertThat(ack.body()).isEmpty();
    }
  }
}
