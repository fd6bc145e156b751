package dev.mailbrake.story;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.GRACE;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.NILS;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ON_CALL;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.people.SlackUser;
import dev.mailbrake.sandbox.slack.people.UserGroup;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The first of two approvers may have lost the right by the time the second approves. */
class FirstApprovalLostTest {
  /** Longer than the members of a group are cached. */
  private static final Duration FORGOTTEN = Duration.ofSeconds(61);

  private static Workplace open(String approvers) {
    return Workplace.open(
        Map.of("MAILBRAKE_BLOCK_APPROVALS", "2", "MAILBRAKE_APPROVERS", approvers));
  }

  @Test
  void ignoresAFirstApproverRemovedFromTheSetting() {
    try (Workplace work = open(ADA + "," + ON_CALL)) {
      SlackMessage card = confirmedFirst(work, work.ada, work.ada.asksToBlock(REBECCA));
      work.restarts(Map.of("MAILBRAKE_APPROVERS", GRACE + "," + NILS));

      replaces(work, work.grace, card, "not-an-approver");
      work.nils.presses(Workplace.BLOCK, card);

      work.card("Blocked, verified", "first confirmed by <@" + GRACE + ">");
      assertThat(work.record().events())
          .containsExactly(
              "ASKED",
              "FIRST_CONFIRMED",
              "FIRST_FALLEN",
              "FIRST_CONFIRMED",
              "CONFIRMED",
              "ATTEMPTED",
              "OUTCOME");
    }
  }

  @Test
  void ignoresAFirstApproverWhoWasDeactivated() {
    try (Workplace work = open(String.join(",", ADA, GRACE, NILS))) {
      SlackMessage card = confirmedFirst(work, work.ada, work.ada.asksToBlock(REBECCA));
      SlackUser ada = work.slack.workspace().user(ADA);
      work.slack.workspace().put(ada.with(SlackUser.Trait.DELETED));

      replaces(work, work.grace, card, "not-a-full-member");
      work.nils.presses(Workplace.BLOCK, card);

      work.card("Blocked, verified", "first confirmed by <@" + GRACE + ">");
    }
  }

  @Test
  void ignoresAFirstApproverWhoLeftTheGroup() {
    try (Workplace work = open(ADA + "," + ON_CALL)) {
      SlackMessage card = confirmedFirst(work, work.grace, work.ada.asksToBlock(REBECCA));
      work.slack.workspace().put(UserGroup.of(ON_CALL, "on-call", NILS));
      work.passes(FORGOTTEN);

      replaces(work, work.ada, card, "not-an-approver");
      work.nils.presses(Workplace.BLOCK, card);

      work.card("Blocked, verified", "first confirmed by <@" + ADA + ">");
    }
  }

  @Test
  void doesNothingIfSlackCannotSayWhoTheFirstIs() {
    try (Workplace work = open(ADA + "," + ON_CALL)) {
      SlackMessage card = confirmedFirst(work, work.ada, work.ada.asksToBlock(REBECCA));
      // The second approver is looked up before the first, who is looked up twice.
      AtomicInteger looks = new AtomicInteger();
      work.slack.beforeCall(
          method ->
              !method.equals("users.info") || !Set.of(2, 3).contains(looks.incrementAndGet()));
      work.grace.presses(Workplace.BLOCK, card);

      cannotCheck(work, work.grace, "Ada Lovelace");
      work.grace.presses(Workplace.BLOCK, card);
      work.card("Blocked, verified", "first confirmed by <@" + ADA + ">");
    }
  }

  @Test
  void doesNothingIfTheGroupOfTheFirstCannotBeRead() {
    try (Workplace work = open(ADA + "," + ON_CALL)) {
      UserGroup onCall = work.slack.workspace().group(ON_CALL);
      SlackMessage card = confirmedFirst(work, work.grace, work.ada.asksToBlock(REBECCA));
      work.slack.workspace().put(onCall.unreadable());
      work.passes(FORGOTTEN);
      work.ada.presses(Workplace.BLOCK, card);

      cannotCheck(work, work.ada, "Grace Hopper");
      work.slack.workspace().put(onCall);
      work.ada.presses(Workplace.BLOCK, card);
      work.card("Blocked, verified", "first confirmed by <@" + GRACE + ">");
    }
  }

  private static SlackMessage confirmedFirst(Workplace work, Colleague one, SlackMessage card) {
    one.presses(Workplace.BLOCK, card);
    work.card("Block outgoing mail?", "first confirmed by <@" + one.id() + ">");
    return card;
  }

  private static void replaces(Workplace work, Colleague next, SlackMessage card, String rule) {
    next.presses(Workplace.BLOCK, card);
    next.reads("Your confirmation of " + REBECCA + " is recorded", "Another approver");
    work.card("Block outgoing mail?", "first confirmed by <@" + next.id() + ">");
    assertThat(work.record().details("FIRST_FALLEN")).containsExactly(rule);
    assertThat(work.zoho.writes()).isEmpty();
  }

  private static void cannotCheck(Workplace work, Colleague second, String first) {
    second.reads("cannot check now whether " + first, "nothing was done", "try again");
    assertThat(work.zoho.writes()).isEmpty();
    assertThat(work.record().details("REFUSED_CLICK")).containsExactly("cannot-check-first");
    assertThat(work.record().events()).doesNotContain("FIRST_FALLEN");
  }
}
