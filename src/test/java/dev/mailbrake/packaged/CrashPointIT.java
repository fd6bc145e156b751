package dev.mailbrake.packaged;

import static dev.mailbrake.packaged.MortalBot.PATIENCE;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mailbrake.sandbox.database.FreshDatabase;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.zoho.RequestKind;
import dev.mailbrake.sandbox.zoho.ZohoWrite;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One block, whose process is killed at a chosen point. */
@Execution(ExecutionMode.CONCURRENT)
class CrashPointIT {
  /** Where the process is killed. */
  enum Point {
    AFTER_THE_ROW_BEFORE_THE_CARD,
    AFTER_THE_CARD_BEFORE_ITS_TS,
    AFTER_THE_CLAIM_BEFORE_THE_JOB,
    AFTER_THE_PUT_WAS_SENT_BEFORE_IT_ARRIVES,
    AFTER_THE_PUT_BEFORE_ITS_ANSWER,
    AFTER_THE_ANSWER_BEFORE_THE_RECORD,
    AFTER_THE_RECORD_BEFORE_THE_CARD;

    boolean mayBeAttemptedAgain() {
      return this == AFTER_THE_CLAIM_BEFORE_THE_JOB
          || this == AFTER_THE_PUT_WAS_SENT_BEFORE_IT_ARRIVES;
    }

    boolean isBeforeTheClick() {
      return this == AFTER_THE_ROW_BEFORE_THE_CARD || this == AFTER_THE_CARD_BEFORE_ITS_TS;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "AFTER_THE_ROW_BEFORE_THE_CARD, sqlite",
    "AFTER_THE_CARD_BEFORE_ITS_TS, sqlite",
    "AFTER_THE_CLAIM_BEFORE_THE_JOB, sqlite",
    "AFTER_THE_PUT_WAS_SENT_BEFORE_IT_ARRIVES, sqlite",
    "AFTER_THE_PUT_BEFORE_ITS_ANSWER, sqlite",
    "AFTER_THE_ANSWER_BEFORE_THE_RECORD, sqlite",
    "AFTER_THE_RECORD_BEFORE_THE_CARD, sqlite",
    "AFTER_THE_CLAIM_BEFORE_THE_JOB, postgresql",
    "AFTER_THE_PUT_BEFORE_ITS_ANSWER, postgresql",
  })
  void endsInATruthfulCardAndOneChange(Point point, String kind, @TempDir Path directory)
      throws Exception {
    FreshDatabase database =
        kind.equals("sqlite")
            ? FreshDatabase.file(directory.resolve("mailbrake.db"))
            : FreshDatabase.onPostgres();
    try (MortalBot bot = new MortalBot(directory, database, Map.of())) {
      Crash crash = new Crash(bot);
      bot.start();
      crash.isKilledAt(point);
      bot.slack.as(ADA).in(MAIL_SECURITY).types("/mail-block " + REBECCA + " sends phishing");
      if (!point.isBeforeTheClick()) {
        crash.confirms();
      }
      bot.awaitDeath();
      crash.hasComeTo(point);
      bot.start();
      if (point.isBeforeTheClick()) {
        crash.confirms();
      }
      crash.endsInTruth(point);
    }
  }

  /** A crash, with what comes before and after it. */
  private record Crash(MortalBot bot) {
    void isKilledAt(Point point) {
      switch (point) {
        case AFTER_THE_ROW_BEFORE_THE_CARD ->
            bot.slack.beforeCall(method -> !method.equals("chat.postMessage") || bot.dies());
        case AFTER_THE_CARD_BEFORE_ITS_TS -> bot.slack.onCall("chat.postMessage", bot::diesOnce);
        case AFTER_THE_CLAIM_BEFORE_THE_JOB -> {
          bot.slack.beforeCall(method -> !isClaimed() || bot.dies());
          bot.zoho.beforeRequest(any -> !isClaimed() || bot.dies());
        }
        case AFTER_THE_PUT_WAS_SENT_BEFORE_IT_ARRIVES ->
            bot.zoho.beforeRequest(kind -> kind != RequestKind.WRITE || bot.dies());
        case AFTER_THE_PUT_BEFORE_ITS_ANSWER -> bot.zoho.onWrite(write -> bot.diesOnce());
        case AFTER_THE_ANSWER_BEFORE_THE_RECORD ->
            bot.zoho.beforeRequest(kind -> bot.zoho.writes().isEmpty() || bot.dies());
        case AFTER_THE_RECORD_BEFORE_THE_CARD ->
            bot.slack.beforeCall(any -> !bot.states().equals(List.of("VERIFIED")) || bot.dies());
      }
    }

    private boolean isClaimed() {
      return bot.states().equals(List.of("CONFIRMED"));
    }

    void confirms() {
      bot.slack.as(ADA).clicks(bot.cardToDecide(), "Block outgoing mail");
    }

    /** Checks that the crash happened where it was meant to. */
    void hasComeTo(Point point) {
      int messages = bot.slack.messages(MAIL_SECURITY).size();
      int writes = bot.zoho.writes().size();
      String state = String.join(" ", bot.states());
      String expected =
          switch (point) {
            case AFTER_THE_ROW_BEFORE_THE_CARD -> "WAITING, 0 messages, 0 writes";
            case AFTER_THE_CARD_BEFORE_ITS_TS -> "WAITING, 1 messages, 0 writes";
            case AFTER_THE_CLAIM_BEFORE_THE_JOB, AFTER_THE_PUT_WAS_SENT_BEFORE_IT_ARRIVES ->
                "CONFIRMED, 1 messages, 0 writes";
            case AFTER_THE_PUT_BEFORE_ITS_ANSWER, AFTER_THE_ANSWER_BEFORE_THE_RECORD ->
                "CONFIRMED, 1 messages, 1 writes";
            case AFTER_THE_RECORD_BEFORE_THE_CARD -> "VERIFIED, 1 messages, 1 writes";
          };
      assertThat(state + ", " + messages + " messages, " + writes + " writes").isEqualTo(expected);
    }

    void endsInTruth(Point point) {
      SlackMessage card = bot.card("Blocked, verified");
      assertThat(bot.states()).containsExactly("VERIFIED");
      assertThat(bot.zoho.writes()).extracting(ZohoWrite::blocked).containsExactly(true);
      await().atMost(PATIENCE).until(() -> bot.slack.thread(card).size() == 1);
      assertThat(bot.cards())
          .allSatisfy(message -> assertThat(MortalBot.decisions(message)).isEmpty())
          .filteredOn(message -> message.plainText().contains("verified"))
          .hasSize(1);
      assertThat(bot.cards())
          .filteredOn(message -> !message.buttons().isEmpty())
          .as("the one whose end can be asked for")
          .containsExactly(card);
      assertThat(bot.column("select event from audit_log order by seq"))
          .startsWith("ASKED", "CONFIRMED", "ATTEMPTED")
          .endsWith("OUTCOME")
          .hasSizeBetween(4, point.mayBeAttemptedAgain() ? 5 : 4);
    }
  }
}
