package dev.mailbrake;

import dev.mailbrake.command.CommandParser;
import dev.mailbrake.config.Configuration;
import dev.mailbrake.job.Bell;
import dev.mailbrake.job.JobRunner;
import dev.mailbrake.job.JobTable;
import dev.mailbrake.ops.HealthHandler;
import dev.mailbrake.ops.HttpServer;
import dev.mailbrake.ops.SlackHandler;
import dev.mailbrake.policy.Policy;
import dev.mailbrake.request.ApplyChange;
import dev.mailbrake.request.AskForChange;
import dev.mailbrake.request.DecideChange;
import dev.mailbrake.request.ExpireRequest;
import dev.mailbrake.request.Gate;
import dev.mailbrake.request.Ledger;
import dev.mailbrake.request.MailboxControl;
import dev.mailbrake.request.MailboxFinder;
import dev.mailbrake.request.Rehearsal;
import dev.mailbrake.request.SendMessage;
import dev.mailbrake.request.ShowCard;
import dev.mailbrake.request.ShowStatus;
import dev.mailbrake.slack.SlackSide;
import dev.mailbrake.store.Database;
import dev.mailbrake.store.SqlLedger;
import dev.mailbrake.zoho.Zoho;
import java.time.Clock;

/** The composition root: the whole bot, running. */
public final class Bot implements AutoCloseable {
  private final Database database;
  private final SlackSide slack;
  private final JobRunner jobs;
  private final HttpServer server;

  private Bot(Configuration configuration, Clock clock, Database database) {
    boolean dryRun = configuration.zoho().dryRun();
    Configuration.Limits limits = configuration.limits();
    this.database = database;

    Bell bell = new Bell();
    Ledger ledger = new SqlLedger(database, JobTable.of(database.dataSource(), clock), bell::ring);

    Zoho zoho = Zoho.connect(configuration.zoho(), ledger, clock);
    MailboxControl control = dryRun ? new Rehearsal(zoho.control()) : zoho.control();

    slack = new SlackSide(configuration.slack(), dryRun, clock);
    Gate gate =
        new Gate(
            slack.people(), configuration.authority().approvers(), policy(configuration), clock);
    MailboxFinder finder = new MailboxFinder(zoho.directory(), slack.people());

    jobs =
        new JobRunner(
            database.dataSource(),
            database::isWritable,
            clock,
            bell,
            new JobRunner.Work(
                new ApplyChange(control, ledger, clock),
                new ExpireRequest(ledger, clock),
                new ShowCard(slack.replies(), ledger, clock),
                new SendMessage(slack.replies())));

    server =
        new HttpServer(
            configuration.listen().host(),
            configuration.listen().port(),
            new SlackHandler(
                slack.events(
                    new CommandParser(limits.mailboxes(), limits.block()),
                    new AskForChange(gate, finder, ledger, clock, limits.confirmWithin()),
                    new DecideChange(gate, ledger, clock),
                    new ShowStatus(gate, finder, ledger, clock))),
            new HealthHandler(database::isWritable));
  }

  private static Policy policy(Configuration configuration) {
    Configuration.Authority authority = configuration.authority();
    return new Policy(authority.channels(), authority.reasonForm());
  }

  /**
   * Starts the bot: opens the record, takes up what an earlier process left behind, listens.
   *
   * @throws dev.mailbrake.request.LedgerUnavailable if the record cannot be opened
   * @throws IllegalStateException if the port cannot be had
   */
  public static Bot start(Configuration configuration, Clock clock) {
    Bot bot = new Bot(configuration, clock, Database.open(configuration.database()));
    try {
      bot.jobs.start();
      bot.server.start();
      return bot;
    } catch (RuntimeException failed) {
      bot.close();
      throw failed;
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /**
   * Stops: accepts nothing more, finishes what it took within about twenty seconds, and leaves the
   * rest to the next process.
   */
  @Override
  public void close() {
    server.close();
    slack.finish();
    jobs.close();
    slack.close();
    database.close();
  }
}
