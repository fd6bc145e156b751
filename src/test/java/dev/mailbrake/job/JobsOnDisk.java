package dev.mailbrake.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.mailbrake.audit.PersonName;
import dev.mailbrake.fixture.RecordOnDisk;
import dev.mailbrake.mailbox.ChangeOutcome;
import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.Urgency;
import dev.mailbrake.request.apply.ApplyChange;
import dev.mailbrake.request.apply.ApprovedChange;
import dev.mailbrake.request.apply.MailboxControl;
import dev.mailbrake.request.apply.RemindOfEnd;
import dev.mailbrake.request.decide.ExpireRequest;
import dev.mailbrake.request.model.AuditLine;
import dev.mailbrake.request.model.Card;
import dev.mailbrake.request.model.CardPlace;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Listing;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.model.Recipient;
import dev.mailbrake.request.model.Recipient.ReplyUrl;
import dev.mailbrake.request.model.ThreadPost;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.request.port.Delivery.Done;
import dev.mailbrake.request.port.HomeTab;
import dev.mailbrake.request.port.Jobs;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.Next;
import dev.mailbrake.request.port.Overview;
import dev.mailbrake.request.port.Replies;
import dev.mailbrake.request.port.Replies.Shown;
import dev.mailbrake.request.tell.ShowCard;
import dev.mailbrake.request.tell.TellPerson;
import dev.mailbrake.sandbox.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** Jobs in a real database, and their runners. */
final class JobsOnDisk implements AutoCloseable {
  private final WakeUp wakeUp = new WakeUp();
  final RecordOnDisk record = RecordOnDisk.fresh(wakeUp::wake);
  final MovableClock clock = record.clock;

  /** Not the pool's only connection, which the runner needs. */
  final Jdbi jdbi = record.outside;

  /** The texts that were sent, oldest first. */
  final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  /** What each delivery answers. */
  volatile Supplier<Delivery<Done>> delivery = () -> Delivery.done();

  final Ledger ledger = record.ledger;

  private Optional<JobRunner> running = Optional.empty();

  void starts() {
    JobRunner runner =
        new JobRunner(
            record.database.dataSource(),
            record.database::isWritable,
            clock,
            wakeUp,
            jobs(new Telling()));
    running = Optional.of(runner);
    runner.start();
  }

  void stops() {
    running.ifPresent(JobRunner::close);
    running = Optional.empty();
  }

  private List<Job<?>> jobs(Replies replies) {
    ApplyChange apply = new ApplyChange(new NoControl(), ledger, clock);
    ExpireRequest expire = new ExpireRequest(ledger, clock);
    RemindOfEnd remind = new RemindOfEnd(ledger, clock);
    ShowCard show = new ShowCard(replies, ledger, clock);
    TellPerson person = new TellPerson(replies, ledger);
    return List.of(
        new Job<>(Jobs.APPLY, run -> apply.run(run.payload(), run.tries())),
        new Job<>(Jobs.EXPIRE, run -> expire.run(run.payload())),
        new Job<>(Jobs.REMIND, run -> remind.run(run.payload())),
        new Job<>(Jobs.SHOW, run -> show.run(run.payload(), run.name(), run.tries())),
        new Job<>(Jobs.RING, run -> Next.DONE),
        new Job<>(Jobs.SEND, run -> person.send(run.payload(), run.tries())),
        new Job<>(Jobs.LIST, run -> person.list(run.payload(), run.tries())));
  }

  void add(Function<Jobs, ?> work) {
    ledger.update(tx -> work.apply(tx.jobs()));
  }

  void addMessage(String text) {
    add(
        jobs -> {
          jobs.send(message(text));
          return text;
        });
  }

  static PrivateMessage message(String text) {
    PersonName ada = new PersonName("U0ADA00001", "Ada");
    return PrivateMessage.to(new Recipient(ada, "C0MAILSEC1", ReplyUrl.NONE), text);
  }

  /** The next text; wakes the runner until it is sent. */
  String nextTold() throws InterruptedException {
    for (int i = 0; i < 400; i++) {
      wakeUp.wake();
      String text = told.poll(25, TimeUnit.MILLISECONDS);
      if (text != null) {
        return text;
      }
    }
    throw new AssertionError("nothing was sent; jobs: " + rows());
  }

  void wake() {
    wakeUp.wake();
  }

  /** Waits until no job is running and its result is written. */
  void settles(int jobsLeft) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (count("picked") > 0 || count("1 = 1") != jobsLeft) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not settled; jobs: " + rows());
      }
      wakeUp.wake();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  /** Waits until no job's heartbeat lies in the future. */
  void settlesHeartbeats() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                jdbi.withHandle(
                    handle ->
                        handle
                            .createQuery(
                                "select count(*) = 0 from scheduled_tasks where last_heartbeat > ?")
                            .bind(0, clock.instant())
                            .mapTo(Boolean.class)
                            .one()));
  }

  int count(String condition) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select count(*) from scheduled_tasks where " + condition)
                .mapTo(Integer.class)
                .one());
  }

  /** The jobs, as {@code task time data}. */
  List<String> rows() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from scheduled_tasks order by execution_time")
                .map(
                    (row, context) ->
                        "%s %d %s"
                            .formatted(
                                row.getString("task_name"),
                                row.getTimestamp("execution_time").getTime(),
                                new String(row.getBytes("task_data"), UTF_8)))
                .list());
  }

  Duration dueIn() {
    Instant at =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select execution_time from scheduled_tasks where not picked")
                    .mapTo(Instant.class)
                    .one());
    return Duration.between(clock.instant(), at);
  }

  @Override
  public void close() {
    stops();
    record.close();
  }

  private final class Telling implements Replies {
    @Override
    public Delivery<Shown> show(Card card, List<ChangeRequest> rows) {
      told.add("card " + card.id());
      return delivery.get().map(done -> new Shown(CardPlace.none()));
    }

    @Override
    public Delivery<Done> send(PrivateMessage message) {
      told.add(message.text());
      return delivery.get();
    }

    @Override
    public Delivery<Done> list(Listing listing, Overview overview) {
      told.add("page " + overview.page());
      return delivery.get();
    }

    @Override
    public Delivery<Done> publish(String userId, HomeTab tab) {
      throw new AssertionError("no home tab is shown here");
    }

    @Override
    public Delivery<Done> reply(Card card, ThreadPost post) {
      told.add("thread of card " + card.id());
      return delivery.get();
    }

    @Override
    public Delivery<Done> tellDirectly(String userId, ThreadPost post) {
      throw new AssertionError("nobody is told directly here");
    }

    @Override
    public Delivery<Done> tell(String channel, List<AuditLine> lines) {
      throw new AssertionError("nobody is told of the audit here");
    }
  }

  private static final class NoControl implements MailboxControl {
    @Override
    public Lookup read(Mailbox known, Urgency urgency) {
      return new Lookup.Missing();
    }

    @Override
    public ChangeOutcome set(ApprovedChange change) {
      throw new AssertionError("nothing is to be changed here");
    }
  }
}
