package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.messages.SlackButton;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.views.ShownModal;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The Unblock button on the card of a block in force. */
@Tag("sqlite")
class AskToUnblockTest {
  @Test
  void opensAModalWithTheAddressAndChangesNothing() {
    try (Workplace work = Workplace.open()) {
      SlackMessage blocked = blocked(work);
      List<String> before = work.record().events();
      work.grace.presses(Workplace.ASK_TO_UNBLOCK, blocked);

      assertThat(work.grace.form().value("address")).isEqualTo(REBECCA);
      assertThat(work.grace.form().labels()).doesNotContain("For how long");
      assertThat(work.record().events()).isEqualTo(before);
      assertThat(work.isBlocked(REBECCA)).isTrue();
    }
  }

  @Test
  void leadsToACardWithItsOwnConfirmationAndDisappearsWhenTheBlockEnds() {
    try (Workplace work = Workplace.open()) {
      work.grace.presses(Workplace.ASK_TO_UNBLOCK, blocked(work));
      work.grace.form().fills("reason", "password reset").submits();

      SlackMessage card = work.card("Allow outgoing mail?", REBECCA, "password reset");
      assertThat(work.isBlocked(REBECCA)).isTrue();
      work.ada.presses(Workplace.UNBLOCK, card);

      work.card("Allowed, verified", REBECCA);
      SlackMessage over = work.card("Blocked, verified", "over since");
      assertThat(over.buttons()).isEmpty();
      assertThat(work.isBlocked(REBECCA)).isFalse();
    }
  }

  @Test
  void refusesNonApprovers() {
    try (Workplace work = Workplace.open()) {
      work.nils.presses(Workplace.ASK_TO_UNBLOCK, blocked(work));
      work.nils.form().submits();

      work.nils.reads("You are not an approver");
      assertThat(work.cards()).hasSize(1);
      assertThat(work.record().details("REFUSED")).containsExactly("not-an-approver");
    }
  }

  @Test
  void answersAForgedClick() {
    try (Workplace work = Workplace.open()) {
      SlackMessage blocked = blocked(work);
      work.slack
          .as(work.ada.id())
          .clicksRaw(blocked.channel(), blocked.ts(), "ask-to-allow", "no-such-request");

      work.ada.reads("This button belongs to no request that Mailbrake knows");
      assertThat(work.slack.modal(work.ada.id())).isEmpty();
      assertThat(work.record().details("REFUSED_CLICK")).containsExactly("unknown-request");
    }
  }

  /** Somebody else may unblock the mailbox before the modal is submitted. */
  @Test
  void saysThatTheMailboxCanSendAlreadyIfSomebodyElseUnblockedIt() {
    try (Workplace work = Workplace.open()) {
      SlackMessage blocked = blocked(work);
      work.grace.presses(Workplace.ASK_TO_UNBLOCK, blocked);
      ShownModal form = work.grace.form();
      work.ada.types("/mail-unblock " + REBECCA);
      work.ada.presses(Workplace.UNBLOCK, work.card("Allow outgoing mail?"));
      work.card("Allowed, verified");
      form.submits();

      work.grace.presses(Workplace.UNBLOCK, work.card("Allow outgoing mail?", "is allowed now"));
      work.card("Already allowed, nothing changed");
    }
  }

  private static SlackMessage blocked(Workplace work) {
    work.ada.presses(Workplace.BLOCK, work.ada.asksToBlock(REBECCA));
    SlackMessage card = work.card("Blocked, verified", REBECCA);
    assertThat(card.buttons())
        .extracting(SlackButton::label)
        .containsExactly(Workplace.ASK_TO_UNBLOCK);
    return card;
  }
}
