package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.NEVER_SIGNED_IN;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.PAULA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.TARIQ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.messages.SlackButton;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import dev.mailbrake.sandbox.zoho.RequestKind;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody changes in the console a mailbox that Mailbrake has changed. */
@Tag("sqlite")
class DriftTest {
  private static final Duration CHECKED_BY_THEN = Duration.ofMinutes(61);
  private static final Duration A_SECOND_LOOK = Duration.ofMinutes(1);
  private static final String USED = "somebody used the console";
  private static final String AUDIT = SampleWorkspace.MAIL_AUDIT;

  @Test
  void reportsADifferenceOnceInTheAuditLogOnTheCardAndInTheAuditChannel() {
    try (Workplace work = blocked(Map.of("MAILBRAKE_AUDIT_CHANNEL", AUDIT))) {
      work.zoho.setOutgoingBlocked(REBECCA, false);
      isNoticed(work);

      work.card("Blocked, verified", USED);
      passes(work, Duration.ofSeconds(5));
      String told = "⚠️ " + REBECCA + " can send again: unblocked outside Mailbrake (blocked since";
      work.slack.awaitMessage(AUDIT, message -> message.plainText().contains(told));
      passes(work, Duration.ofDays(1));
      passes(work, Duration.ofDays(1));

      assertThat(drifts(work))
          .containsExactly(
              "can send again: unblocked outside Mailbrake (blocked since 2026-11-23 09:00 UTC)");
      assertThat(work.slack.messages(AUDIT))
          .filteredOn(message -> message.plainText().contains(told))
          .hasSize(1);
      assertThat(work.isBlocked(REBECCA)).isFalse();
      assertThat(work.zoho.writes()).hasSize(1);
    }
  }

  @Test
  void reportsADifferenceThatCameBackAgain() {
    try (Workplace work = blocked(Map.of())) {
      work.zoho.setOutgoingBlocked(REBECCA, false);
      isNoticed(work);
      work.card("Blocked, verified", USED);
      work.zoho.setOutgoingBlocked(REBECCA, true);
      passes(work, CHECKED_BY_THEN);
      work.card(message -> !message.plainText().contains(USED));
      assertThat(drifts(work)).hasSize(1);

      work.zoho.setOutgoingBlocked(REBECCA, false);
      isNoticed(work);

      work.card("Blocked, verified", USED);
      assertThat(drifts(work)).hasSize(2);
      assertThat(work.zoho.writes()).hasSize(1);
    }
  }

  @Test
  void reportsAnUnblockedMailboxThatSomebodyBlocked() {
    try (Workplace work = allowed()) {
      work.zoho.setOutgoingBlocked(REBECCA, true);
      isNoticed(work);

      work.card("Allowed, verified", USED);
      assertThat(drifts(work))
          .singleElement()
          .asString()
          .contains("is blocked again", "unblocked since");
      assertThat(work.isBlocked(REBECCA)).isTrue();
    }
  }

  @Test
  void reportsAnAccountThatIsGone() {
    try (Workplace work = blocked(Map.of())) {
      work.zoho.remove(REBECCA);
      isNoticed(work);

      assertThat(drifts(work)).singleElement().asString().contains("there is no such account");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FOREIGN_RECORD", "PAGE_404", "PAGE_403", "OPERATION_FAILED"})
  void endsATemporaryBlockInTimeThoughOneReadGaveAnOddAnswer(ZohoFault fault) {
    try (TemporaryBlock block = TemporaryBlock.inForce()) {
      block.work.zoho.inject(fault.on(RequestKind.READ).times(1));
      block.passes(CHECKED_BY_THEN);
      assertThat(block.work.zoho.faults()).as("the look met it").isEmpty();
      block.passes(A_SECOND_LOOK);

      assertThat(drifts(block.work)).isEmpty();
      assertThat(block.work.hasCard(USED)).isFalse();
      block.passes(TemporaryBlock.LASTS.minus(CHECKED_BY_THEN));
      block.work.card("Allowed, verified");
      assertThat(block.isBlocked()).isFalse();
    }
  }

  @Test
  void cancelsTheTimerIfASecondReadShowsThatTheBlockIsOver() {
    try (TemporaryBlock block = TemporaryBlock.inForce()) {
      block.work.zoho.setOutgoingBlocked(REBECCA, false);
      block.passes(CHECKED_BY_THEN);
      assertThat(block.count("TIMER_ENDED")).isZero();
      block.passes(A_SECOND_LOOK);

      assertThat(drifts(block.work)).hasSize(1);
      assertThat(block.count("TIMER_ENDED")).isEqualTo(1);
    }
  }

  @Test
  void skipsAChangeOfTheLastTenMinutes() {
    try (Workplace work = blocked(Map.of())) {
      int requests = work.zoho.requests().size();
      work.zoho.setOutgoingBlocked(REBECCA, false);
      passes(work, Duration.ofMinutes(10));
      assertThat(work.zoho.requests()).hasSize(requests);
      assertThat(drifts(work)).isEmpty();

      passes(work, Duration.ofMinutes(1));
      assertThat(drifts(work)).isEmpty();
      passes(work, A_SECOND_LOOK);
      assertThat(drifts(work)).hasSize(1);
    }
  }

  @Test
  void staysSilentWhileZohoIsDownAndChecksLater() {
    try (Workplace work = blocked(Map.of())) {
      work.zoho.inject(ZohoFault.DOWN);
      passes(work, CHECKED_BY_THEN);
      assertThat(drifts(work)).isEmpty();

      work.zoho.clearFaults();
      work.zoho.setOutgoingBlocked(REBECCA, false);
      passes(work, Duration.ofMinutes(1));
      passes(work, A_SECOND_LOOK);
      assertThat(drifts(work)).hasSize(1);
    }
  }

  @Test
  void waitsIfPeopleUseUpTheMinutesRequests() {
    try (Workplace work = blocked(Map.of("ZOHO_REQUESTS_PER_MINUTE", "10"))) {
      work.zoho.setOutgoingBlocked(REBECCA, false);
      passes(work, Duration.ofMinutes(10));
      work.ada.types(
          "/mail-status "
              + String.join(" ", PAULA, TARIQ, NEVER_SIGNED_IN, "a@b.example", "b@b.example"));
      work.ada.reads(PAULA);
      passes(work, Duration.ofMinutes(1));
      assertThat(drifts(work)).isEmpty();

      passes(work, Duration.ofMinutes(1));
      passes(work, A_SECOND_LOOK);
      assertThat(drifts(work)).hasSize(1);
    }
  }

  @Test
  void staysSilentWhileAChangeIsBeingApplied() {
    try (Workplace work = allowed()) {
      passes(work, Duration.ofMinutes(11));
      work.zoho.setOutgoingBlocked(REBECCA, true);
      passes(work, Duration.ofMinutes(30));
      work.ada.types("/mail-unblock " + REBECCA + " once more");
      SlackMessage again = work.card("Allow outgoing mail?", "once more");
      work.zoho.inject(ZohoFault.DOWN.on(RequestKind.WRITE));
      work.ada.presses(Workplace.UNBLOCK, again);
      work.card("Confirmed, not done yet", "once more");
      passes(work, Duration.ofMinutes(45));

      work.zoho.clearFaults();
      passes(work, Duration.ofMinutes(1));
      work.card("Allowed, verified", "once more");
      passes(work, CHECKED_BY_THEN);
      assertThat(drifts(work)).isEmpty();
    }
  }

  @Test
  void stopsWatchingAnUnblockedMailboxAfterAMonth() {
    try (Workplace work = allowed()) {
      passes(work, Duration.ofDays(30));
      int requests = work.zoho.requests().size();
      work.zoho.setOutgoingBlocked(REBECCA, true);
      passes(work, Duration.ofDays(1));
      assertThat(work.zoho.requests()).hasSize(requests);
      assertThat(drifts(work)).isEmpty();
    }
  }

  @Test
  void leavesEnoughRequestsForTheCommandsOfThreePeople() {
    try (Workplace work = Workplace.open()) {
      blockAll(work, List.of(REBECCA, PAULA, TARIQ, NEVER_SIGNED_IN));
      work.restarts(Map.of("ZOHO_REQUESTS_PER_MINUTE", "8"));
      work.zoho.settings().requestsPerMinute(8);
      int requests = work.zoho.requests().size();
      passes(work, Duration.ofMinutes(11));
      assertThat(work.zoho.requests().size()).isGreaterThan(requests + 3);

      List.of(work.ada, work.grace).forEach(one -> one.types("/mail-status " + REBECCA));
      work.ada.types("/mail-block olivia@zylker.com phishing");

      work.ada.reads(REBECCA, "outgoing mail is blocked");
      work.grace.reads(REBECCA, "outgoing mail is blocked");
      work.card("Block outgoing mail?", "olivia@zylker.com");
      assertThat(work.zoho.requests()).noneMatch(request -> request.status() == 429);
    }
  }

  private static Workplace blocked(Map<String, String> settings) {
    Workplace work = Workplace.open(settings);
    work.ada.presses(Workplace.BLOCK, work.ada.asksToBlock(REBECCA));
    work.card("Blocked, verified", REBECCA);
    return work;
  }

  private static Workplace allowed() {
    Workplace work = blocked(Map.of());
    work.ada.types("/mail-unblock " + REBECCA + " false alarm");
    work.ada.presses(Workplace.UNBLOCK, work.card("Allow outgoing mail?", "false alarm"));
    work.card("Allowed, verified", "false alarm");
    return work;
  }

  private static void blockAll(Workplace work, List<String> addresses) {
    work.ada.types("/mail-block " + String.join(" ", addresses) + " send phishing");
    SlackMessage card = work.card("[" + Workplace.BLOCK + "]");
    for (SlackButton button : card.buttons()) {
      if (button.label().equals(Workplace.BLOCK)) {
        work.slack.as(work.ada.id()).clicks(card, button);
      }
    }
    work.card(
        message ->
            message.plainText().split("Blocked, verified", -1).length == addresses.size() + 1);
  }

  /** The first read, and the second one that must confirm the difference. */
  private static void isNoticed(Workplace work) {
    passes(work, CHECKED_BY_THEN);
    passes(work, A_SECOND_LOOK);
  }

  private static void passes(Workplace work, Duration time) {
    work.passes(time);
    work.rests();
  }

  private static List<String> drifts(Workplace work) {
    return work.record().details("DRIFT");
  }
}
