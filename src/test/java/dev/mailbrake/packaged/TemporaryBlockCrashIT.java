package dev.mailbrake.packaged;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.GRACE;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mailbrake.sandbox.database.FreshDatabase;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.zoho.ZohoWrite;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process that is killed near the end of a temporary block, or between two approvals. */
@Execution(ExecutionMode.CONCURRENT)
class TemporaryBlockCrashIT {
  /** The rest of a block after its end has been moved: enough to crash and restart. */
  private static final Duration SOON = Duration.ofSeconds(5);

  /** Where the process is killed. */
  enum Point {
    AFTER_THE_REMINDER_BEFORE_ITS_TS,
    AFTER_THE_LIFT_WAS_OWED,
    AFTER_THE_PUT_OF_THE_LIFT_BEFORE_ITS_ANSWER,
    AFTER_THE_LIFT_BEFORE_THE_CARDS
  }

  @ParameterizedTest
  @CsvSource({
    "AFTER_THE_REMINDER_BEFORE_ITS_TS, sqlite",
    "AFTER_THE_LIFT_WAS_OWED, sqlite",
    "AFTER_THE_PUT_OF_THE_LIFT_BEFORE_ITS_ANSWER, sqlite",
    "AFTER_THE_LIFT_BEFORE_THE_CARDS, sqlite",
    "AFTER_THE_LIFT_WAS_OWED, postgresql",
  })
  void unblocksOnceAndSaysSo(Point point, String kind, @TempDir Path directory) throws Exception {
    FreshDatabase database =
        kind.equals("sqlite")
            ? FreshDatabase.file(directory.resolve("mailbrake.db"))
            : FreshDatabase.onPostgres();
    try (MortalBot bot = new MortalBot(directory, database, Map.of())) {
      EndingBlock block = new EndingBlock(bot);
      bot.start();
      block.blocksForFourHours();
      block.isKilledAt(point);
      block.endsSoon();
      bot.awaitDeath();
      block.hasComeTo(point);
      bot.start();
      block.endsInTruth();
    }
  }

  @Test
  void doesNothingUntilABlocksEndAndUnblocksAtItsNextStart(@TempDir Path directory)
      throws Exception {
    FreshDatabase database = FreshDatabase.file(directory.resolve("mailbrake.db"));
    try (MortalBot bot = new MortalBot(directory, database, Map.of())) {
      EndingBlock block = new EndingBlock(bot);
      bot.start();
      block.blocksForFourHours();
      bot.dies();
      bot.awaitDeath();
      block.endsAt(Instant.now().minus(Duration.ofHours(1)));
      bot.start();
      block.endsInTruth();
    }
  }

  @Test
  void remembersTheFirstOfTwoApprovers(@TempDir Path directory) throws Exception {
    FreshDatabase database = FreshDatabase.file(directory.resolve("mailbrake.db"));
    Map<String, String> settings = Map.of("MAILBRAKE_PROTECTED", REBECCA);
    try (MortalBot bot = new MortalBot(directory, database, settings)) {
      bot.start();
      bot.slack.as(ADA).in(MAIL_SECURITY).types("/mail-block " + REBECCA + " sends phishing");
      SlackMessage card = bot.cardToDecide();
      bot.slack.beforeCall(any -> events(bot).size() < 2 || bot.dies());
      bot.slack.as(ADA).clicks(card, "Block outgoing mail");
      bot.awaitDeath();
      bot.start();

      SlackMessage half = bot.card("first confirmed by");
      bot.slack.as(ADA).clicks(half, "Block outgoing mail");
      await().until(() -> events(bot).contains("REFUSED_CLICK"));
      assertThat(bot.zoho.writes()).isEmpty();
      bot.slack.as(GRACE).clicks(half, "Block outgoing mail");

      bot.card("Blocked, verified", "first confirmed by");
      assertThat(bot.zoho.writes()).extracting(ZohoWrite::blocked).containsExactly(true);
      assertThat(events(bot))
          .containsExactly(
              "ASKED", "FIRST_CONFIRMED", "REFUSED_CLICK", "CONFIRMED", "ATTEMPTED", "OUTCOME");
    }
  }

  private static List<String> events(MortalBot bot) {
    return bot.column("select event from audit_log order by seq");
  }

  /** A temporary block, with what comes before and after its crash. */
  private record EndingBlock(MortalBot bot) {
    void blocksForFourHours() {
      bot.slack.as(ADA).in(MAIL_SECURITY).types("/mail-block " + REBECCA + " for 4h phishing");
      bot.slack.as(ADA).clicks(bot.cardToDecide(), "Block outgoing mail");
      SlackMessage card = bot.card("Blocked, verified", "until");
      // The advice after a block comes before its end is near.
      await().atMost(MortalBot.PATIENCE).until(() -> bot.slack.thread(card).size() == 1);
    }

    void isKilledAt(Point point) {
      switch (point) {
        case AFTER_THE_REMINDER_BEFORE_ITS_TS ->
            bot.slack.onCall("chat.postMessage", bot::diesOnce);
        case AFTER_THE_LIFT_WAS_OWED ->
            bot.zoho.beforeRequest(kind -> !states().equals("VERIFIED CONFIRMED") || bot.dies());
        case AFTER_THE_PUT_OF_THE_LIFT_BEFORE_ITS_ANSWER ->
            bot.zoho.onWrite(write -> bot.diesOnce());
        case AFTER_THE_LIFT_BEFORE_THE_CARDS ->
            bot.slack.beforeCall(any -> !states().equals("VERIFIED VERIFIED") || bot.dies());
      }
    }

    /** Instead of waiting for hours: moves the recorded end of the block to now. */
    void endsSoon() {
      endsAt(Instant.now().plus(SOON));
    }

    void endsAt(Instant moment) {
      bot.record.useTransaction(
          handle -> {
            handle.execute(
                "update requests set effect_until = ? where effect_until > 0",
                moment.toEpochMilli());
            handle
                .createUpdate(
                    "update scheduled_tasks set execution_time = :now where task_name = 'remind-of-end'")
                .bind("now", Instant.now())
                .execute();
          });
    }

    /** Checks that the crash happened where it was meant to. */
    void hasComeTo(Point point) {
      String expected =
          switch (point) {
            case AFTER_THE_REMINDER_BEFORE_ITS_TS -> "VERIFIED WAITING, 1 writes";
            case AFTER_THE_LIFT_WAS_OWED -> "VERIFIED CONFIRMED, 1 writes";
            case AFTER_THE_PUT_OF_THE_LIFT_BEFORE_ITS_ANSWER -> "VERIFIED CONFIRMED, 2 writes";
            case AFTER_THE_LIFT_BEFORE_THE_CARDS -> "VERIFIED VERIFIED, 2 writes";
          };
      assertThat(states() + ", " + bot.zoho.writes().size() + " writes").isEqualTo(expected);
    }

    void endsInTruth() {
      bot.card("Allowed, verified", REBECCA, "Before: outgoing mail blocked");
      bot.card("Blocked, verified", "over since");
      assertThat(states()).isEqualTo("VERIFIED VERIFIED");
      assertThat(bot.zoho.writes()).extracting(ZohoWrite::blocked).containsExactly(true, false);
      assertThat(bot.cards()).allSatisfy(card -> assertThat(card.buttons()).isEmpty());
      assertThat(events(bot))
          .containsSubsequence("OUTCOME", "TIMER_SET", "ASKED", "LIFTED", "ATTEMPTED", "OUTCOME")
          .filteredOn("LIFTED"::equals)
          .hasSize(1);
    }

    private String states() {
      return String.join(" ", bot.states());
    }
  }
}
