package dev.mailbrake.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.mailbrake.request.CardId;
import dev.mailbrake.request.LedgerUnavailable;
import dev.mailbrake.request.Next;
import dev.mailbrake.request.RequestId;
import dev.mailbrake.request.Watch;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the jobs that are due, and those that a process before it left behind. */
public final class JobRunner implements AutoCloseable {
  private static final int THREADS = 24;

  /** Telling may not take the threads that apply changes: Slack being slow delays messages only. */
  private static final int TELLERS = THREADS / 2;

  private static final Duration POLL = Duration.ofMillis(500);

  /**
   * With ten missed beats a job of a dead process is taken over, and a stalled disk is survived.
   */
  private static final Duration HEARTBEAT = Duration.ofSeconds(1);

  private static final int MISSED_HEARTBEATS = 10;

  /**
   * What runs at SIGTERM may finish; db-scheduler waits twice as long, before and after it
   * interrupts.
   */
  private static final Duration SHUTDOWN = Duration.ofSeconds(7);

  /** After a failure that no use case foresaw, a defect or a database that is away. */
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  private static final AtomicInteger THREAD_COUNT = new AtomicInteger();
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

  private final Semaphore tellers = new Semaphore(TELLERS);
  private final Scheduler scheduler;
  private final Bell bell;

  /**
   * Runs nothing before {@link #start}.
   *
   * @param recordIsWritable asked when the scheduler's own reading or writing fails; logs what it
   *     finds
   */
  public JobRunner(
      DataSource database, BooleanSupplier recordIsWritable, Clock clock, Bell bell, Work work) {
    this.bell = bell;
    OutageListener outage = new OutageListener(recordIsWritable);
    scheduler =
        Scheduler.create(database, tasks(work))
            .serializer(Task.SERIALIZER)
            .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
            .clock(clock::instant)
            .threads(THREADS)
            .executorService(
                Executors.newFixedThreadPool(THREADS, running -> thread(running, outage)))
            .pollingInterval(POLL)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .shutdownMaxWait(SHUTDOWN)
            .failureLogging(LogLevel.OFF, false)
            .addSchedulerListener(outage)
            .addSchedulerListener(new FutureJobs(database, clock, this::poll))
            .build();
  }

  /** What a job's thread throws, by not even reaching the job, would go to stderr past the log. */
  private static Thread thread(Runnable running, OutageListener outage) {
    Thread thread = new Thread(running, "job-" + THREAD_COUNT.incrementAndGet());
    thread.setUncaughtExceptionHandler(
        (broken, thrown) -> {
          LoggerFactory.getLogger(Scheduler.class).error("{} broke off", broken.getName(), thrown);
          outage.onSchedulerEvent(SchedulerEventType.UNEXPECTED_ERROR);
        });
    return thread;
  }

  private CustomTask<?>[] tasks(Work work) {
    Work.Changing changing = work.changing();
    Work.Telling telling = work.telling();
    return new CustomTask<?>[] {
      task(Task.APPLY, (name, job) -> changing.apply().run(new RequestId(job.id()), job.tries())),
      task(Task.EXPIRE, (name, job) -> changing.expire().run(new RequestId(job.id()))),
      task(Task.REMIND, (name, job) -> changing.remind().run(new RequestId(job.id()))),
      task(
          Task.SHOW,
          telling((name, job) -> telling.show().run(new CardId(job.id()), name, job.tries()))),
      task(Task.SEND, telling((name, job) -> telling.send().run(job.message(), job.tries()))),
      task(Task.LIST, telling((name, job) -> telling.list().run(job.listing(), job.tries()))),
      task(Task.PUBLISH, telling((name, job) -> telling.publish().run(job.id(), job.tries()))),
      task(
          Task.ADVISE,
          telling((name, job) -> telling.advise().run(new CardId(job.id()), job.tries()))),
      task(Task.WATCH, (name, job) -> watch(Watch.valueOf(job.id()), work.watching()))
    };
  }

  private static Next watch(Watch watch, Work.Watching watching) {
    return switch (watch) {
      case AUDIT -> watching.audit().run();
      case DRIFT -> watching.drift().run();
    };
  }

  public void start() {
    scheduler.start();
    bell.wakes(this::poll);
  }

  private void poll() {
    scheduler.triggerCheckForDueExecutions();
  }

  private <T> BiFunction<String, T, Next> telling(BiFunction<String, T, Next> job) {
    return (name, payload) -> {
      if (!tellers.tryAcquire()) {
        return Next.untried(POLL);
      }
      try {
        return job.apply(name, payload);
      } finally {
        tellers.release();
      }
    };
  }

  /**
   * @param job given the job's own name and what it holds
   */
  private <T extends Payload> CustomTask<T> task(
      TaskDescriptor<T> descriptor, BiFunction<String, T, Next> job) {
    return Tasks.custom(descriptor)
        .onFailure(retryAfterFailure())
        .onDeadExecution(takeOver())
        .execute(
            (instance, context) -> {
              T payload = instance.getData();
              return Task.context(instance)
                  .during(
                      () -> completion(descriptor, payload, job.apply(instance.getId(), payload)));
            });
  }

  private static <T extends Payload> CompletionHandler<T> completion(
      TaskDescriptor<T> descriptor, T payload, Next next) {
    return (complete, operations) ->
        next.after()
            .ifPresentOrElse(
                pause ->
                    operations.reschedule(
                        complete,
                        complete.getTimeDone().plus(pause),
                        descriptor.getDataClass().cast(next.isTry() ? payload.again() : payload)),
                operations::stop);
  }

  private static <T> FailureHandler<T> retryAfterFailure() {
    return (complete, operations) -> {
      Task.context(complete.getExecution().taskInstance)
          .during(() -> tell(complete.getExecution().taskInstance, complete.getCause()));
      operations.reschedule(complete, complete.getTimeDone().plus(AFTER_FAILURE));
    };
  }

  /**
   * Other than db-scheduler's own, this makes the job due by our clock and not by the machine's,
   * and knows that a job is not dead that runs right here, though a clock that jumped says so.
   */
  private <T> DeadExecutionHandler<T> takeOver() {
    return (dead, operations) -> {
      if (!runsHere(dead.getExecution().taskInstance)) {
        operations.reschedule(dead, dead.getTimeDone());
      }
    };
  }

  private boolean runsHere(TaskInstance<?> job) {
    return scheduler.getCurrentlyExecuting().stream()
        .anyMatch(running -> running.getTaskInstance().equals(job));
  }

  private static TaskInstance<?> tell(TaskInstance<?> job, Optional<Throwable> cause) {
    Optional<Throwable> away = cause.filter(LedgerUnavailable.class::isInstance);
    LOG.error(
        "job {} {} broke off{}; it stays owed and is run again in {} s",
        job.getTaskName(),
        job.getId(),
        away.map(record -> ": " + record.getMessage()).orElse(""),
        AFTER_FAILURE.toSeconds(),
        away.isPresent() ? null : cause.orElse(null));
    return job;
  }

  /** Takes no more jobs and lets those that run finish; what cannot is owed to the next process. */
  @Override
  public void close() {
    bell.wakesNobody();
    scheduler.stop();
  }
}
