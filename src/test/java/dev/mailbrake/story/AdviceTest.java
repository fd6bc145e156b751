package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.BLOCKED;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.PAULA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.messages.SlackButton;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import dev.mailbrake.sandbox.slack.webapi.SlackFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** After a block, people are told once what it does not do. */
@Tag("sqlite")
class AdviceTest {
  private static final String RANDOM = SampleWorkspace.RANDOM;
  private static final String ADVICE = "Still to do: blocking doesn't stop";

  @Test
  void appearsOnceInTheThreadOfACardAfterItsFirstBlock() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-block " + REBECCA + " " + PAULA + " send phishing");
      SlackMessage card = work.card(REBECCA, PAULA, "[" + Workplace.BLOCK + "]");
      List<SlackButton> rows =
          card.buttons().stream().filter(it -> it.label().equals(Workplace.BLOCK)).toList();
      work.rests();
      assertThat(work.slack.thread(card)).isEmpty();

      work.slack.as(work.ada.id()).clicks(card, rows.get(0));
      work.card("Blocked, verified", "[" + Workplace.BLOCK + "]");
      work.rests();
      assertThat(work.slack.thread(card))
          .singleElement()
          .extracting(SlackMessage::plainText)
          .asString()
          .contains(ADVICE, "incoming mail or sign-ins", "forwarding", "app passwords", "group")
          .doesNotContain("suspend");

      work.slack.as(work.ada.id()).clicks(card, rows.get(1));
      work.card(message -> message.plainText().split("Blocked, verified", -1).length == 3);
      work.rests();
      assertThat(work.slack.thread(card)).hasSize(1);
    }
  }

  @Test
  void saysAfterAnUnblockThatZohosOwnBlockIsAnother() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-unblock " + BLOCKED + " cleaned");
      work.ada.presses(Workplace.UNBLOCK, work.card("[" + Workplace.UNBLOCK + "]"));
      SlackMessage card = work.card("Allowed, verified");
      work.rests();
      assertThat(card.plainText()).doesNotContain("Blocked Accounts");
      assertThat(work.slack.thread(card))
          .singleElement()
          .extracting(SlackMessage::plainText)
          .asString()
          .contains("Still can't send?", "Blocked Accounts", "UnblockMe")
          .doesNotContain("Still to do");
    }
  }

  @Test
  void goesToTheRequesterWhereTheBotIsNotInTheChannel() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-block " + REBECCA + " phishing", RANDOM);
      SlackMessage card = work.slack.awaitMessage(RANDOM, it -> !it.buttons().isEmpty());
      work.grace.presses(Workplace.BLOCK, card);
      work.ada.readsDirectly(ADVICE);
      assertThat(work.slack.thread(card)).isEmpty();
    }
  }

  @Test
  void goesToTheRequesterWhereTheBotWasRemovedFromTheChannel() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.slack
          .workspace()
          .put(work.slack.workspace().channel(Workplace.CHANNEL).withoutMember(FakeSlack.BOT_USER));
      work.ada.presses(Workplace.BLOCK, card);
      work.ada.readsDirectly(ADVICE);
    }
  }

  @Test
  void arrivesOnceSlackIsBack() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.rests();
      work.slack.faults().begin(SlackFault.DOWN.always().on("chat.postMessage"));
      work.ada.presses(Workplace.BLOCK, card);
      work.card("Blocked, verified");
      work.passes(Duration.ofMinutes(10));
      work.rests();
      assertThat(work.slack.thread(card)).isEmpty();

      work.slack.faults().endAll();
      work.passes(Duration.ofMinutes(1));
      work.rests();
      assertThat(work.slack.thread(card)).hasSize(1);
    }
  }
}
