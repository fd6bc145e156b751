package dev.mailbrake;

import dev.mailbrake.command.CommandParser;
import dev.mailbrake.command.ModalReader;
import dev.mailbrake.command.Verb;
import dev.mailbrake.config.Configuration;
import dev.mailbrake.job.Job;
import dev.mailbrake.job.JobQueue;
import dev.mailbrake.job.JobRunner;
import dev.mailbrake.job.JobTable;
import dev.mailbrake.job.WakeUp;
import dev.mailbrake.metrics.AuditCounts;
import dev.mailbrake.metrics.Meters;
import dev.mailbrake.metrics.Metric;
import dev.mailbrake.metrics.Prometheus;
import dev.mailbrake.ops.HealthHandler;
import dev.mailbrake.ops.HealthHandler.Need;
import dev.mailbrake.ops.HttpServer;
import dev.mailbrake.ops.MetricsHandler;
import dev.mailbrake.ops.SlackHandler;
import dev.mailbrake.policy.Policy;
import dev.mailbrake.policy.Verdict.Reason;
import dev.mailbrake.request.apply.ApplyChange;
import dev.mailbrake.request.apply.CheckDrift;
import dev.mailbrake.request.apply.MailboxControl;
import dev.mailbrake.request.apply.MailboxControl.DryRun;
import dev.mailbrake.request.apply.RemindOfEnd;
import dev.mailbrake.request.ask.AskForChange;
import dev.mailbrake.request.ask.CommandRunner;
import dev.mailbrake.request.ask.MailboxFinder;
import dev.mailbrake.request.ask.OpenModal;
import dev.mailbrake.request.ask.ShowStatus;
import dev.mailbrake.request.decide.AccessCheck;
import dev.mailbrake.request.decide.DecideChange;
import dev.mailbrake.request.decide.ExpireRequest;
import dev.mailbrake.request.port.CallLog;
import dev.mailbrake.request.port.Jobs;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.LedgerUnavailable;
import dev.mailbrake.request.port.Replies;
import dev.mailbrake.request.tell.AdviseAfterChange;
import dev.mailbrake.request.tell.RingPeople;
import dev.mailbrake.request.tell.SecondApprovers;
import dev.mailbrake.request.tell.ShowCard;
import dev.mailbrake.request.tell.ShowHome;
import dev.mailbrake.request.tell.TellAudit;
import dev.mailbrake.request.tell.TellPerson;
import dev.mailbrake.request.wording.ThreadWording;
import dev.mailbrake.slack.EventSource;
import dev.mailbrake.slack.Slack;
import dev.mailbrake.store.Database;
import dev.mailbrake.store.MachineTime;
import dev.mailbrake.store.SqlLedger;
import dev.mailbrake.zoho.Zoho;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The composition root: the whole bot, running. */
public final class Bot implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Bot.class);

  private final WakeUp wakeUp = new WakeUp();
  private final OpenParts opened;
  private final Database database;
  private final Optional<Prometheus> prometheus;
  private final Ledger ledger;
  private final Slack slack;
  private final TellAudit audit;
  private final JobRunner jobs;
  private final EventSource eventSource;
  private final Optional<HttpServer> server;

  private Bot(Configuration configuration, Clock clock, Database database, OpenParts opened) {
    this.opened = opened;
    boolean dryRun = configuration.zoho().dryRun();
    Configuration.Authority authority = configuration.authority();
    this.database = database;
    prometheus =
        configuration
            .listen()
            .flatMap(Configuration.Listen::metricsToken)
            .map(token -> Prometheus.of(Mailbrake.version()));
    prometheus.ifPresent(on -> opened.add(on::close));
    Meters meters = prometheus.map(Prometheus::meters).orElseGet(Meters::off);
    prometheus.ifPresent(on -> JobQueue.measure(database.dataSource(), clock, on.meters()));
    AuditCounts counts = new AuditCounts(meters);
    ledger =
        new SqlLedger(
            database,
            JobTable.of(database.dataSource(), clock),
            written -> {
              wakeUp.afterCommit(written);
              counts.count(written);
            });
    Zoho zoho = Zoho.connect(configuration.zoho(), calls(ledger), clock, meters);
    MailboxControl control = dryRun ? new DryRun(zoho.control()) : zoho.control();
    slack = new Slack(configuration.slack(), dryRun, authority.approvers(), clock, meters);
    opened.add(slack::close);
    Policy policy =
        new Policy(
            authority.channels(),
            authority.reasonPattern().map(form -> form.timedBy(System::nanoTime)),
            authority.second());
    AccessCheck access = new AccessCheck(slack.people(), authority.approvers(), policy, clock);
    audit = new TellAudit(configuration.slack().auditChannel(), slack.replies(), ledger, clock);
    ThreadWording words =
        new ThreadWording(configuration.zoho().application().servers().dataCenter().adminConsole());
    Parts parts = new Parts(access, control, slack, ledger, clock);
    jobs =
        new JobRunner(
            database.dataSource(),
            database::isWritable,
            clock,
            wakeUp,
            parts.jobs(audit, new SecondApprovers(authority.approvers(), slack.people()), words));
    opened.add(jobs::close);
    opened.add(slack::finish);
    Configuration.Limits limits = configuration.limits();
    eventSource =
        slack.eventSource(
            new CommandParser(limits.mailboxes(), limits.block()),
            new ModalReader(
                limits.block(), why -> policy.objectionAtOnceTo(why).map(Reason::sentence)),
            parts.useCases(
                new MailboxFinder(zoho.directory(), slack.people()),
                zoho.lookupDelay(),
                limits.confirmWithin()));
    meters.gauge(Metric.SLACK_CONNECTED, () -> Optional.of(eventSource.isOpen() ? 1.0 : 0.0));
    server = configuration.listen().map(this::server);
    server.ifPresent(one -> opened.add(one::close));
    opened.add(eventSource::close);
  }

  private static CallLog.Shared calls(Ledger ledger) {
    return new CallLog.Shared() {
      @Override
      public <T> T update(Function<CallLog, T> work) {
        return ledger.update(tx -> work.apply(tx.calls()));
      }
    };
  }

  private HttpServer server(Configuration.Listen listen) {
    HealthHandler health =
        new HealthHandler(
            List.of(
                new Need(database::isWritable, "the database cannot be written"),
                new Need(eventSource::isOpen, "there is no connection to Slack")));
    return new HttpServer(
        listen.host(),
        listen.port(),
        Stream.of(eventSource.events().map(SlackHandler::new), Optional.of(health), metrics(listen))
            .flatMap(Optional::stream)
            .toList());
  }

  private Optional<MetricsHandler> metrics(Configuration.Listen listen) {
    return listen
        .metricsToken()
        .flatMap(token -> prometheus.map(read -> new MetricsHandler(token, read::scrape)));
  }

  private record Parts(
      AccessCheck access, MailboxControl control, Slack slack, Ledger ledger, Clock clock) {
    List<Job<?>> jobs(TellAudit audit, SecondApprovers approvers, ThreadWording words) {
      Replies replies = slack.replies();
      ApplyChange apply = new ApplyChange(control, ledger, clock);
      ExpireRequest expire = new ExpireRequest(ledger, clock);
      RemindOfEnd remind = new RemindOfEnd(ledger, clock);
      ShowCard show = new ShowCard(replies, ledger, clock);
      AdviseAfterChange advise = new AdviseAfterChange(replies, ledger, words);
      RingPeople ring = new RingPeople(replies, ledger, approvers, words, clock);
      TellPerson person = new TellPerson(replies, ledger);
      ShowHome home = home();
      CheckDrift drift = new CheckDrift(control, ledger, clock);
      return List.of(
          new Job<>(Jobs.APPLY, run -> apply.run(run.payload(), run.tries())),
          new Job<>(Jobs.EXPIRE, run -> expire.run(run.payload())),
          new Job<>(Jobs.REMIND, run -> remind.run(run.payload())),
          new Job<>(Jobs.SHOW, run -> show.run(run.payload(), run.name(), run.tries())),
          new Job<>(Jobs.ADVISE, run -> advise.run(run.payload(), run.tries())),
          new Job<>(Jobs.RING, run -> ring.run(run.payload(), run.tries())),
          new Job<>(Jobs.SEND, run -> person.send(run.payload(), run.tries())),
          new Job<>(Jobs.LIST, run -> person.list(run.payload(), run.tries())),
          new Job<>(Jobs.PUBLISH, run -> home.run(run.payload(), run.tries())),
          new Job<>(Jobs.TELL_AUDIT, run -> audit.run()),
          new Job<>(Jobs.CHECK_DRIFT, run -> drift.run()));
    }

    Slack.UseCases useCases(
        MailboxFinder finder, Supplier<Duration> lookupDelay, Duration confirmWithin) {
      CommandRunner commands = new CommandRunner(access, ledger, clock);
      ShowStatus status = new ShowStatus(commands, access, finder);
      return new Slack.UseCases(
          new AskForChange(commands, access, finder, ledger, confirmWithin),
          Map.of(Verb.STATUS, status::show),
          status,
          new DecideChange(access, control, ledger, clock),
          new OpenModal(slack.modals(), ledger),
          home(),
          lookupDelay);
    }

    private ShowHome home() {
      return new ShowHome(access, slack.replies(), ledger, clock);
    }
  }

  /** Once for all processes. If the database is not writable now, an earlier start added them. */
  private void startRecurringJobs() {
    try {
      ledger.write(
          tx -> {
            audit.begin(tx);
            Stream.of(Jobs.TELL_AUDIT, Jobs.CHECK_DRIFT).forEach(tx.jobs()::recur);
          });
    } catch (LedgerUnavailable later) {
      LOG.warn("the recurring jobs could not be added now: {}", later.why());
    }
  }

  /**
   * Like {@link #start(Configuration, Clock)}, with the clock all processes on a database share.
   */
  public static Bot start(Configuration configuration, MachineTime machine) {
    return start(configuration, database -> database.clock(machine));
  }

  /**
   * Opens the database, continues what an earlier process left unfinished, and listens.
   *
   * @param clock used instead of the database's
   * @throws LedgerUnavailable if the database cannot be opened
   * @throws IllegalStateException if the port is in use
   */
  public static Bot start(Configuration configuration, Clock clock) {
    return start(configuration, database -> clock);
  }

  private static Bot start(Configuration configuration, Function<Database, Clock> clock) {
    OpenParts opened = new OpenParts();
    Database database = Database.open(configuration.database());
    opened.add(database::close);
    try {
      Bot bot = new Bot(configuration, clock.apply(database), database, opened);
      bot.startRecurringJobs();
      bot.jobs.start();
      bot.server.ifPresent(HttpServer::start);
      bot.eventSource.open();
      return bot;
    } catch (RuntimeException failed) {
      opened.closeAfter(failed);
      throw failed;
    }
  }

  /** Looks for due jobs at once, for a test that has moved the clock. */
  public void wakeUp() {
    wakeUp.wake();
  }

  /** Throws {@link java.util.NoSuchElementException} if the bot listens on no port. */
  public int port() {
    return server.orElseThrow().port();
  }

  /**
   * Accepts nothing more, finishes what it can within about twenty seconds, and leaves the rest to
   * the next process. Closes every part, even if one of them throws.
   */
  @Override
  public void close() {
    opened.close();
  }

  /** The open parts, to be closed from the last to the first. */
  private static final class OpenParts {
    private final Deque<Runnable> parts = new ArrayDeque<>();

    void add(Runnable close) {
      parts.push(close);
    }

    void close() {
      failures().stream()
          .reduce(OpenParts::with)
          .ifPresent(
              failed -> {
                throw failed;
              });
    }

    void closeAfter(RuntimeException failed) {
      failures().forEach(failed::addSuppressed);
    }

    private List<RuntimeException> failures() {
      List<RuntimeException> failures = new ArrayList<>();
      while (!parts.isEmpty()) {
        try {
          parts.pop().run();
        } catch (RuntimeException failed) {
          failures.add(failed);
        }
      }
      return failures;
    }

    private static RuntimeException with(RuntimeException first, RuntimeException next) {
      first.addSuppressed(next);
      return first;
    }
  }
}
