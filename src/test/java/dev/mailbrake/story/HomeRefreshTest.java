package dev.mailbrake.story;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.NILS;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ON_CALL;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.PAULA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.people.UserGroup;
import dev.mailbrake.sandbox.slack.views.SlackView;
import dev.mailbrake.sandbox.slack.webapi.SlackFault;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens to an open home tab. */
@Tag("sqlite")
class HomeRefreshTest {
  @Test
  void updatesEveryOpenTab() {
    try (Workplace work = Workplace.open()) {
      work.ada.opensHome("Nothing.");
      work.grace.opensHome("Nothing.");
      work.ada.types("/mail-block " + REBECCA + " for 5m phishing");
      bothSee(work, "Block outgoing mail?", REBECCA);
      work.ada.asksToBlock(PAULA);
      bothSee(work, "Block outgoing mail?", PAULA);
      work.ada.presses(Workplace.BLOCK, work.card("Block outgoing mail?", REBECCA));
      bothSee(work, "blocked by <@" + ADA + ">", "Blocked, verified");

      work.passes(Duration.ofSeconds(270));
      bothSee(work, "This block ends soon");
      work.passes(Duration.ofSeconds(31));
      bothSee(work, "Allowed, verified*  Mailbrake");
      work.passes(Duration.ofMinutes(6));
      work.card("Expired, nothing changed", PAULA);
      for (Colleague one : new Colleague[] {work.ada, work.grace}) {
        work.slack.awaitHome(one.id(), home -> !home.plainText().contains(PAULA));
        assertThat(work.slack.home(one.id()).orElseThrow().buttons()).isEmpty();
      }
    }
  }

  private static void bothSee(Workplace work, String... words) {
    work.ada.seesAtHome(words);
    work.grace.seesAtHome(words);
  }

  @Test
  void ignoresATabThatWasOpenedLongAgo() {
    try (Workplace work = Workplace.open()) {
      work.ada.opensHome("Nothing.");
      work.passes(Duration.ofMinutes(61));
      work.grace.opensHome("Nothing.");
      work.ada.asksToBlock(REBECCA);
      work.grace.seesAtHome(REBECCA);
      work.passes(Duration.ZERO); // Once no job is due, hers is done too.

      assertThat(work.slack.home(ADA).orElseThrow().plainText()).doesNotContain(REBECCA);
      work.ada.opensHome(REBECCA);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = SlackFault.class,
      names = {"DOWN", "RATE_LIMITED"})
  void retriesWhenSlackRejectsTheHomeTab(SlackFault fault) {
    try (Workplace work = Workplace.open()) {
      work.slack.faults().begin(fault.times(1).on("views.publish"));
      work.slack.as(ADA).opensHome();
      work.slack.await(
          () ->
              work.slack.calls().stream()
                  .filter(call -> call.method().equals("views.publish"))
                  .findFirst(),
          Workplace.PATIENCE);
      work.passes(Duration.ofSeconds(5));

      work.ada.seesAtHome("Last decisions");
    }
  }

  /** Nobody has to reopen it after an outage. */
  @Test
  void recoversOnItsOwnAfterSlackCouldNotIdentifySomebody() {
    try (Workplace work = Workplace.open()) {
      work.ada.opensHome("Last decisions");
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.ada.seesAtHome(REBECCA);
      work.passes(Duration.ZERO);
      work.ada.presses(Workplace.CANCEL, card);
      work.ada.seesAtHome("Cancelled");
      work.slack.faults().begin(SlackFault.DOWN.always().on("users.info"));
      work.slack.as(ADA).opensHome();
      work.ada.seesAtHome("cannot check now who you are");
      work.slack.faults().endAll();
      work.passes(Duration.ofSeconds(5));

      work.ada.seesAtHome("Last decisions", "Cancelled");
    }
  }

  @Test
  void hidesItsContentsFromSomebodyWhoIsNoLongerAnApprover() {
    try (Workplace work = Workplace.open()) {
      work.grace.opensHome("Last decisions");
      work.slack.workspace().put(UserGroup.of(ON_CALL, "on-call", NILS));
      work.passes(Duration.ofSeconds(61));
      work.ada.asksToBlock(REBECCA);

      SlackView home = work.grace.seesAtHome("You are not an approver");
      assertThat(home.plainText()).doesNotContain(REBECCA);
      assertThat(home.buttons()).isEmpty();
    }
  }
}
