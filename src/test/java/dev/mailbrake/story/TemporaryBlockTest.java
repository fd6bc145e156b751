package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.PAULA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.messages.SlackButton;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import dev.mailbrake.sandbox.slack.webapi.SlackFault;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A temporary block, from its command to its end. */
class TemporaryBlockTest {
  @Test
  void endsAutomaticallyAfterAReminder() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-block rebecca@zylker.com for 4h sends phishing");
      SlackMessage card = work.card("Block outgoing mail?", REBECCA, "For 4h");
      work.ada.presses(Workplace.BLOCK, card);
      work.card("Blocked, verified", "until");
      assertThat(work.isBlocked(REBECCA)).isTrue();

      work.passes(Duration.ofHours(3).plusMinutes(45));
      SlackMessage reminder = work.card("This block ends soon", REBECCA, "Ends");
      assertThat(reminder.buttons())
          .extracting(SlackButton::label)
          .containsExactly("Allow now", "Keep blocked");
      assertThat(work.isBlocked(REBECCA)).isTrue();

      work.passes(Duration.ofMinutes(15));
      work.card("Allowed, verified", REBECCA);
      work.card("Blocked, verified", "over since");
      assertThat(work.isBlocked(REBECCA)).isFalse();
      assertThat(work.record().events())
          .containsExactly(
              "ASKED",
              "CONFIRMED",
              "ATTEMPTED",
              "OUTCOME",
              "TIMER_SET",
              "ASKED",
              "LIFTED",
              "ATTEMPTED",
              "OUTCOME");
    }
  }

  @ParameterizedTest
  @CsvSource({"4h, PT4H, PT15M", "30m, PT30M, PT7M30S", "5m, PT5M, PT1M15S"})
  void remindsAQuarterOfTheBlockBeforeItsEndAndAtMostAQuarterOfAnHour(
      String time, Duration lasts, Duration notice) {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-block rebecca@zylker.com for " + time + " sends phishing");
      work.ada.presses(Workplace.BLOCK, work.card("Block outgoing mail?"));
      work.card("Blocked, verified");

      work.passes(lasts.minus(notice).minusSeconds(1));
      work.rests();
      assertThat(work.hasCard("This block ends soon")).isFalse();
      work.passes(Duration.ofSeconds(1));
      work.card("This block ends soon");
      work.passes(notice.minusSeconds(1));
      work.rests();
      assertThat(work.isBlocked(REBECCA)).isTrue();
      work.passes(Duration.ofSeconds(1));
      work.card("Allowed, verified");
    }
  }

  @Test
  void startsTheTimerWhenTheBlockTakesEffectAndNotWhenItIsConfirmed() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-block rebecca@zylker.com for 4h sends phishing");
      SlackMessage card = work.card("Block outgoing mail?");
      work.passes(Duration.ofMinutes(5));
      work.zoho.inject(ZohoFault.DOWN);
      work.ada.presses(Workplace.BLOCK, card);
      work.card("Confirmed, not done yet");
      work.passes(Duration.ofMinutes(30));
      work.rests();
      assertThat(work.record().details("TIMER_SET")).isEmpty();

      work.zoho.clearFaults();
      work.passes(Duration.ofMinutes(1));
      work.card("Blocked, verified", "until");

      assertThat(work.record().details("TIMER_SET")).containsExactly("until 2026-11-23T13:36:00Z");
    }
  }

  @Test
  void givesEachRowOfACardItsOwnTimer() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-block " + REBECCA + " " + PAULA + " for 1h send phishing");
      SlackMessage card = work.card("Block outgoing mail?", REBECCA, PAULA);
      List<SlackButton> rows =
          card.buttons().stream().filter(it -> it.label().equals(Workplace.BLOCK)).toList();
      work.slack.as(work.ada.id()).clicks(card, rows.get(0));
      work.card("Blocked, verified", "[" + Workplace.BLOCK + "]");
      work.passes(Duration.ofMinutes(8));
      work.slack.as(work.ada.id()).clicks(card, rows.get(1));
      work.card(message -> message.plainText().split("Blocked, verified", -1).length == 3);

      work.passes(Duration.ofMinutes(40));
      work.card("This block ends soon", REBECCA);
      assertThat(work.hasCard("This block ends soon", PAULA)).isFalse();
      work.passes(Duration.ofMinutes(5));
      work.card("This block ends soon", PAULA);
      work.passes(Duration.ofMinutes(7));
      work.card("Allowed, verified", REBECCA);
      assertThat(work.isBlocked(PAULA)).isTrue();
      work.passes(Duration.ofMinutes(8));
      work.card("Allowed, verified", PAULA);
    }
  }

  @Test
  void setsNoTimerInADryRun() {
    try (Workplace work = Workplace.open(Map.of("MAILBRAKE_DRY_RUN", "true"))) {
      work.ada.types("/mail-block rebecca@zylker.com for 4h sends phishing");
      work.ada.presses(Workplace.BLOCK, work.card("Block outgoing mail?"));
      work.card("Dry run, nothing changed");

      work.passes(Duration.ofHours(5));
      work.rests();

      assertThat(work.hasCard("This block ends soon")).isFalse();
      assertThat(work.hasCard("until")).isFalse();
      assertThat(work.zoho.writes()).isEmpty();
      assertThat(work.record().events())
          .containsExactly("ASKED", "CONFIRMED", "ATTEMPTED", "OUTCOME");
    }
  }

  @Test
  void endsOnTimeThoughTheClockWasSetBackMeanwhile() {
    try (TemporaryBlock block = TemporaryBlock.inForce()) {
      block.passes(Duration.ofHours(2));
      block.passes(Duration.ofHours(-1));
      block.passes(TemporaryBlock.TO_THE_REMINDER.minusHours(1).minusSeconds(1));
      assertThat(block.hasReminder()).isFalse();
      block.passes(Duration.ofSeconds(1));
      block.reminder();
      block.passes(Duration.ofHours(-1));
      block.passes(Duration.ofMinutes(74));
      assertThat(block.isBlocked()).isTrue();

      block.passes(Duration.ofMinutes(1));
      block.work.card("Allowed, verified");
      assertThat(block.count("LIFTED")).isEqualTo(1);
    }
  }

  @Test
  void remindsOfTheEndOnceSlackIsBack() {
    try (TemporaryBlock block = TemporaryBlock.inForce()) {
      block.work.slack.faults().begin(SlackFault.DOWN);
      block.passes(TemporaryBlock.TO_THE_REMINDER);
      assertThat(block.hasReminder()).isFalse();

      block.work.slack.faults().endAll();
      block.passes(Duration.ofMinutes(1));
      block.work.ada.presses(TemporaryBlock.KEEP, block.reminder());
      block.work.card("Kept blocked");
    }
  }

  @Test
  void endsThoughSlackIsDownAndReportsItLater() {
    try (TemporaryBlock block = TemporaryBlock.inForce()) {
      block.work.slack.faults().begin(SlackFault.DOWN);
      block.passes(TemporaryBlock.TO_THE_REMINDER);
      block.passes(Duration.ofMinutes(15));
      assertThat(block.isBlocked()).isFalse();

      block.work.slack.faults().endAll();
      block.passes(Duration.ofMinutes(1));
      block.work.card("Allowed, verified");
      block.work.card("Blocked, verified", "over since");
      assertThat(block.hasReminder()).isFalse();
    }
  }

  @Test
  void remindsTheRequesterWhereTheBotIsNotInTheChannel() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-block " + REBECCA + " for 4h phishing", SampleWorkspace.RANDOM);
      SlackMessage card =
          work.slack.awaitMessage(SampleWorkspace.RANDOM, it -> !it.buttons().isEmpty());
      work.ada.presses(Workplace.BLOCK, card);
      work.slack.awaitMessage(
          SampleWorkspace.RANDOM, it -> it.plainText().contains("Blocked, verified"));

      work.passes(TemporaryBlock.TO_THE_REMINDER);
      work.ada.readsDirectly(
          "The reminder for " + REBECCA, "ends by itself at 2026-11-23 13:00 UTC", "home tab");
      work.passes(Duration.ofMinutes(15));
      work.ada.readsDirectly("Allowed, verified");
      assertThat(work.isBlocked(REBECCA)).isFalse();
    }
  }
}
