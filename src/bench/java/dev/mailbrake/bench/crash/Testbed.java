package dev.mailbrake.bench.crash;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;

import dev.mailbrake.sandbox.BotEnvironment;
import dev.mailbrake.sandbox.TemporaryFolder;
import dev.mailbrake.sandbox.database.FreshDatabase;
import dev.mailbrake.sandbox.page.ShiftedClock;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import dev.mailbrake.sandbox.zoho.ZohoAccount;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Everything around the bot's processes: both stand-ins, in real time, and an empty database. */
final class Testbed implements AutoCloseable {
  static final int MAILBOXES = 200;

  /** More than the campaign ever sends; a limit would only make it wait. */
  private static final int REQUESTS_PER_MINUTE = 3_000;

  private final TemporaryFolder folder = TemporaryFolder.create();

  /** The clock of a single process's machine, which jumps ahead between its starts. */
  private final ShiftedClock clock = new ShiftedClock(Clock.systemUTC());

  private final FakeSlack slack = FakeSlack.start(clock);
  private final FakeZoho zoho = FakeZoho.start(clock);
  private final FreshDatabase database;

  Testbed(RunOptions.DatabaseKind kind) {
    database =
        switch (kind) {
          case SQLITE -> FreshDatabase.file(folder.path().resolve("mailbrake.db"));
          case POSTGRESQL -> FreshDatabase.onPostgres();
        };
    // Every process fetches its own token.
    zoho.settings().requestsPerMinute(REQUESTS_PER_MINUTE).tokensInTenMinutes(Integer.MAX_VALUE);
    IntStream.range(0, MAILBOXES).mapToObj(Testbed::account).forEach(zoho::add);
  }

  private static ZohoAccount account(int number) {
    String accountId = String.format(Locale.ROOT, "2560636000001%06d", number);
    return ZohoAccount.member(
        9007199254800000L + number, accountId, address(number), "Mailbox", "No" + number);
  }

  static String address(int number) {
    return "mailbox" + number + "@zylker.com";
  }

  /** The clock of both stand-ins. */
  ShiftedClock clock() {
    return clock;
  }

  FakeSlack slack() {
    return slack;
  }

  /** The channel's messages, without thread replies. */
  List<SlackMessage> cards() {
    return slack.messages(MAIL_SECURITY).stream().filter(it -> it.threadTs().isEmpty()).toList();
  }

  FakeZoho zoho() {
    return zoho;
  }

  FreshDatabase database() {
    return database;
  }

  Processes processes(RunOptions options) {
    Map<String, String> environment =
        new HashMap<>(new BotEnvironment(slack, zoho, database).environment());
    environment.put("ZOHO_REQUESTS_PER_MINUTE", Integer.toString(REQUESTS_PER_MINUTE));
    environment.put("MAILBRAKE_CONFIRM_WITHIN", "1m");
    return new Processes(folder.path(), environment, slack, new Skew(options, clock));
  }

  /** May be repeated. */
  void end() {
    slack.close();
    zoho.close();
    folder.close();
  }

  @Override
  public void close() {
    end();
  }
}
