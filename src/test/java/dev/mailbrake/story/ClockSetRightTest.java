package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What happens to the records of a clock that was an hour ahead once it is corrected. */
class ClockSetRightTest {
  private static final Duration SET_RIGHT = Duration.ofHours(-1);

  /** How long a process may take to show a card. */
  private static final Duration TURN = Duration.ofSeconds(45);

  @Test
  void showsADecisionThoughAKilledProcessSeemsToBeShowingTheCard() throws Exception {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.rests();
      wasKilledWhileShowing(work);
      work.isDownFor(SET_RIGHT);

      work.ada.presses(Workplace.CANCEL, card);

      assertThat(work.card("Cancelled").buttons()).isEmpty();
    }
  }

  private static void wasKilledWhileShowing(Workplace work) throws SQLException {
    try (Connection connection = work.database.connect();
        PreparedStatement turn =
            connection.prepareStatement("update cards set turn_of = 'killed', turn_ends = ?")) {
      turn.setLong(1, work.clock.instant().plus(TURN).toEpochMilli());
      turn.executeUpdate();
    }
  }

  @Test
  void asksZohoAgainIfTheStoredAnswerIsDatedInTheFuture() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.isDownFor(SET_RIGHT);
      work.zoho.remove(REBECCA);

      work.ada.presses(Workplace.BLOCK, card);

      work.card("Void, nothing changed", REBECCA);
      assertThat(work.record().events()).doesNotContain("CONFIRMED");
    }
  }

  @Test
  void keepsTheLastConfirmedChangeAndNotTheLastDatedOne() {
    try (Workplace work = Workplace.open()) {
      work.ada.presses(Workplace.BLOCK, work.ada.asksToBlock(REBECCA));
      work.card("Blocked, verified");
      work.isDownFor(SET_RIGHT);

      work.ada.types("/mail-unblock " + REBECCA + " password reset");
      work.ada.presses(Workplace.UNBLOCK, work.card("Allow outgoing mail?"));
      work.card("Allowed, verified");

      work.card("Blocked, verified", "over since");
      assertThat(work.isBlocked(REBECCA)).isFalse();
    }
  }
}
