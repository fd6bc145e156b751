package dev.mailbrake.bench.crash;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mailbrake.Bot;
import dev.mailbrake.sandbox.BotEnvironment;
import dev.mailbrake.sandbox.database.FreshDatabase;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A comparison that finds nothing must be able to find something. */
class ComparisonTest {
  private static final Testbed STAGE = new Testbed(RunOptions.DatabaseKind.SQLITE);

  @TempDir private Path directory;

  @BeforeAll
  static void blocksAndAllowsAMailbox() {
    BotEnvironment surroundings = new BotEnvironment(STAGE.slack(), STAGE.zoho(), STAGE.database());
    try (Bot bot = Bot.start(surroundings.configuration(), STAGE.clock())) {
      STAGE.slack().connect(URI.create("http://127.0.0.1:" + bot.port() + "/slack/events"));
      decides("/mail-block %s", 1, "Block outgoing mail", "Blocked, verified");
      decides("/mail-unblock %s", 1, "Allow outgoing mail", "Allowed, verified");
      decides("/mail-block %s for 1d", 2, "Block outgoing mail", "Blocked, verified");
      await()
          .until(
              () ->
                  countConfirmationsToldPrivately() == 3); // Jobs still running then stop with it.
    }
  }

  @AfterAll
  static void close() {
    STAGE.close();
  }

  private static long countConfirmationsToldPrivately() {
    return STAGE.slack().ephemerals(ADA).stream()
        .filter(message -> message.plainText().startsWith("You confirmed"))
        .count();
  }

  private static void decides(String command, int number, String button, String end) {
    String address = Testbed.address(number);
    STAGE.slack().as(ADA).in(MAIL_SECURITY).types(command.formatted(address));
    SlackMessage card =
        STAGE
            .slack()
            .awaitMessage(
                MAIL_SECURITY, message -> message.buttons().stream().anyMatch(CardText::decides));
    STAGE.slack().as(ADA).clicks(card, button);
    STAGE
        .slack()
        .awaitMessage(
            MAIL_SECURITY,
            message -> Stream.of(end, address).allMatch(message.plainText()::contains));
    // Clocks may differ by a moment during the comparison, so two changes must not share one.
    STAGE.clock().forward(Duration.ofSeconds(1));
  }

  @Test
  void findsNothingWhereAllIsWell() {
    assertThat(Comparison.of(STAGE, FinalRecord.read(STAGE.database())).isEmpty()).isTrue();
  }

  @Test
  void findsADifferenceAtZoho() {
    STAGE.zoho().setOutgoingBlocked(Testbed.address(1), true);
    Findings found = Comparison.of(STAGE, FinalRecord.read(STAGE.database()));
    STAGE.zoho().setOutgoingBlocked(Testbed.address(1), false);
    assertThat(found.untrue())
        .satisfiesExactlyInAnyOrder(
            now -> assertThat(now).startsWith("not true now:"),
            inForce -> assertThat(inForce).startsWith("in force but not at Zoho:"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          update requests set state = 'CONFIRMED'                     | confirmed but never finished
          update audit_log set detail = 'x' where event = 'CONFIRMED' | the audit hash does not fit
          delete from audit_log where event = 'OUTCOME'               | has no outcome in the audit log
          delete from audit_log where event = 'ASKED'                 | the audit chain is broken
          delete from requests                                        | belongs to a missing request
          update audit_log set event = 'CANCELLED' where event = 'OUTCOME' | decided more than once
          update audit_log set event = 'OUTCOME', detail = 'VERIFIED' | finished more than once
          update audit_log set request_id = (select max(id) from requests) | written more than once
          delete from audit_log where event = 'ATTEMPTED'             | never reached Zoho
          update requests set writes = 2                              | attempts in the record and the audit log
          update requests set state = 'EXPIRED'                       | shown once but not true
          update requests set state = 'FAILED', note = 'x'            | the card contradicts the record
          update requests set state = 'WAITING'                       | the card's buttons are wrong
          update requests set decided_by_id = 'U0NOBODY01'            | named another decider
          update cards set message = '1.000000'                       | no message shows it
          update requests set effect_over = 1 where effect_until > 0  | the card's undo button is wrong
          update requests set effect_since = 0                        | blocked without a block on record
          delete from scheduled_tasks where task_name = 'remind-of-end' | never expires
          """)
  void findsCorruptedRecords(String sql, String kind) throws Exception {
    FreshDatabase copy = FreshDatabase.file(directory.resolve("copy.db"));
    try (Connection connection = STAGE.database().connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("vacuum into '" + directory.resolve("copy.db") + "'");
    }
    try (Connection connection = copy.connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
    Findings found = Comparison.of(STAGE, FinalRecord.read(copy));
    assertThat(List.of(found.lost(), found.repeated(), found.untrue()))
        .anySatisfy(all -> assertThat(all).anySatisfy(each -> assertThat(each).startsWith(kind)));
  }
}
