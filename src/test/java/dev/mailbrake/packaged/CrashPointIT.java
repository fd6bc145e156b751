package dev.mailbrake.packaged;

import static dev.mailbrake.sandbox.slack.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.SampleWorkspace.MAIL_SECURITY;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mailbrake.sandbox.Surroundings;
import dev.mailbrake.sandbox.database.FreshDatabase;
import dev.mailbrake.sandbox.process.Program;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.SlackMessage;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import dev.mailbrake.sandbox.zoho.RequestKind;
import dev.mailbrake.sandbox.zoho.ZohoWrite;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One block, and a process that is killed at a chosen point of it. */
@Execution(ExecutionMode.CONCURRENT)
class CrashPointIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

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
    try (Crash crash = new Crash(directory, database)) {
      crash.start();
      crash.isKilledAt(point);
      crash.asks();
      if (!point.isBeforeTheClick()) {
        crash.confirms();
      }
      crash.awaitDeath();
      crash.hasComeTo(point);
      crash.start();
      if (point.isBeforeTheClick()) {
        crash.confirms();
      }
      crash.endsInTruth(point);
    }
  }

  /** The bot as a process between stand-ins of its own. */
  private static final class Crash implements AutoCloseable {
    private final Path directory;
    private final FreshDatabase database;
    private final FakeSlack slack = FakeSlack.start(Clock.systemUTC());
    private final FakeZoho zoho = FakeZoho.start(Clock.systemUTC());
    private final AtomicBoolean killed = new AtomicBoolean();
    private volatile Optional<Program> program = Optional.empty();

    Crash(Path directory, FreshDatabase database) {
      this.directory = directory;
      this.database = database;
    }

    void start() throws Exception {
      int port = Program.freePort();
      Map<String, String> environment =
          new HashMap<>(new Surroundings(slack, zoho, database).environment());
      environment.put("PORT", Integer.toString(port));
      slack.beforeCall(any -> true);
      zoho.beforeRequest(any -> true);
      program = Optional.of(Program.startQuickly(directory, environment));
      slack.connect(URI.create("http://127.0.0.1:" + port + "/slack/events"));
      await()
          .atMost(PATIENCE)
          .until(
              () -> Program.get(URI.create("http://127.0.0.1:" + port + "/health/ready")) == 200);
    }

    void isKilledAt(Point point) {
      switch (point) {
        case AFTER_THE_ROW_BEFORE_THE_CARD ->
            slack.beforeCall(method -> !method.equals("chat.postMessage") || dies());
        case AFTER_THE_CARD_BEFORE_ITS_TS -> slack.onCall("chat.postMessage", this::diesOnce);
        case AFTER_THE_CLAIM_BEFORE_THE_JOB -> {
          slack.beforeCall(method -> !isClaimed() || dies());
          zoho.beforeRequest(any -> !isClaimed() || dies());
        }
        case AFTER_THE_PUT_WAS_SENT_BEFORE_IT_ARRIVES ->
            zoho.beforeRequest(kind -> kind != RequestKind.WRITE || dies());
        case AFTER_THE_PUT_BEFORE_ITS_ANSWER -> zoho.onWrite(write -> diesOnce());
        case AFTER_THE_ANSWER_BEFORE_THE_RECORD ->
            zoho.beforeRequest(kind -> zoho.writes().isEmpty() || dies());
        case AFTER_THE_RECORD_BEFORE_THE_CARD ->
            slack.beforeCall(any -> !states().equals(List.of("VERIFIED")) || dies());
      }
    }

    private boolean isClaimed() {
      return states().equals(List.of("CONFIRMED"));
    }

    /** False, because what a dead process was about to say reaches nobody. */
    private boolean dies() {
      diesOnce();
      return false;
    }

    private void diesOnce() {
      if (killed.compareAndSet(false, true)) {
        program.orElseThrow().isKilled();
      }
    }

    void asks() {
      slack.as(ADA).in(MAIL_SECURITY).types("/mail-block " + REBECCA + " sends phishing");
    }

    /** On the card that the record knows; one that a crash has cut off has nothing to press. */
    void confirms() {
      SlackMessage card =
          await()
              .atMost(PATIENCE)
              .ignoreException(NoSuchElementException.class)
              .until(this::shown, message -> !message.buttons().isEmpty());
      slack.as(ADA).clicks(card, "Block outgoing mail");
    }

    /** The message that the record knows, once there is one. */
    private SlackMessage shown() {
      List<String> onRecord = column("select message from cards");
      return slack.messages(MAIL_SECURITY).stream()
          .filter(message -> onRecord.contains(message.ts()))
          .findFirst()
          .orElseThrow();
    }

    void awaitDeath() {
      await().atMost(PATIENCE).until(() -> !program.orElseThrow().isAlive());
      assertThat(killed).isTrue();
    }

    /** The crash happened where it was meant to. */
    void hasComeTo(Point point) {
      int messages = slack.messages(MAIL_SECURITY).size();
      int writes = zoho.writes().size();
      String state = String.join(" ", states());
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
      await().atMost(PATIENCE).until(() -> shown().plainText().contains("Blocked, verified"));
      assertThat(states()).containsExactly("VERIFIED");
      assertThat(zoho.writes()).extracting(ZohoWrite::blocked).containsExactly(true);
      assertThat(slack.messages(MAIL_SECURITY))
          .allSatisfy(message -> assertThat(message.buttons()).isEmpty())
          .filteredOn(message -> message.plainText().contains("verified"))
          .hasSize(1);
      assertThat(column("select event from audit_log order by seq"))
          .startsWith("ASKED", "CONFIRMED", "ATTEMPTED")
          .endsWith("OUTCOME")
          .hasSizeBetween(4, point.mayBeAttemptedAgain() ? 5 : 4);
    }

    private List<String> states() {
      return column("select state from requests");
    }

    private List<String> column(String query) {
      return Jdbi.create(database::connect)
          .withHandle(handle -> handle.createQuery(query).mapTo(String.class).list());
    }

    @Override
    public void close() {
      program.ifPresent(Program::isKilled);
      slack.close();
      zoho.close();
    }
  }
}
