package dev.mailbrake.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.mailbrake.job.Job.Row;
import dev.mailbrake.log.NamedThreads;
import dev.mailbrake.request.port.Backoff;
import dev.mailbrake.request.port.Jobs.JobKind.Priority;
import dev.mailbrake.request.port.LedgerUnavailable;
import dev.mailbrake.request.port.Next;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the jobs that are due, including those that an earlier process left behind. */
public final class JobRunner implements AutoCloseable {
  static final Duration POLL = Duration.ofMillis(500);

  /** After an unexpected failure: a bug, or a database outage. */
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  /** A bug rarely goes away within minutes, and every run logs a stack trace. */
  private static final Backoff AFTER_BUG = new Backoff(AFTER_FAILURE, Duration.ofMinutes(10));

  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

  private final List<Scheduler> lanes;
  private final WakeUp wakeUp;
  private final ScheduledExecutorService polling;

  /** Asks {@code recordIsWritable} if the scheduler fails to read or write; it logs the answer. */
  public JobRunner(
      DataSource database,
      BooleanSupplier recordIsWritable,
      Clock clock,
      WakeUp wakeUp,
      List<Job<?>> jobs) {
    this.wakeUp = wakeUp;
    polling = Executors.newSingleThreadScheduledExecutor(NamedThreads.of("poll-jobs"));
    OutageListener outage = new OutageListener(recordIsWritable);
    FutureJobs future = new FutureJobs(database, clock, jobs);
    CustomTask<?>[] tasks = jobs.stream().map(this::task).toArray(CustomTask<?>[]::new);
    lanes =
        Stream.of(Priority.values())
            .map(priority -> new Lane(priority, jobs))
            .map(lane -> lane.scheduler(database, clock, outage, future, tasks))
            .toList();
  }

  /**
   * Polls by monotonic time: db-scheduler's own wait ends when its clock has moved on, so a clock
   * that is set back would stop it.
   */
  public void start() {
    lanes.forEach(Scheduler::start);
    wakeUp.listen(() -> lanes.forEach(Scheduler::triggerCheckForDueExecutions));
    Future<?> unused =
        polling.scheduleWithFixedDelay(
            wakeUp::wake, POLL.toMillis(), POLL.toMillis(), TimeUnit.MILLISECONDS);
  }

  private CustomTask<Row> task(Job<?> job) {
    return Tasks.custom(Job.descriptor(job.kind()))
        .onFailure(retryAfterFailure(job))
        .onDeadExecution(takeOver())
        .execute(
            (instance, context) ->
                job.context(instance).during(() -> completion(instance, job.run(instance))));
  }

  private static CompletionHandler<Row> completion(TaskInstance<Row> job, Next next) {
    Row row = job.getData();
    return (complete, operations) ->
        next.after()
            .ifPresentOrElse(
                pause ->
                    operations.reschedule(
                        complete,
                        complete.getTimeDone().plus(pause),
                        next.isTry() ? row.again() : row),
                operations::stop);
  }

  private static FailureHandler<Row> retryAfterFailure(Job<?> job) {
    return (complete, operations) -> {
      Execution failed = complete.getExecution();
      Throwable cause = complete.getCause().orElse(null);
      Duration pause =
          cause instanceof LedgerUnavailable
              ? AFTER_FAILURE
              : AFTER_BUG.pause(failed.consecutiveFailures + 1, Duration.ZERO);
      job.context(failed.taskInstance).during(() -> log(failed.taskInstance, cause, pause));
      operations.reschedule(complete, complete.getTimeDone().plus(pause));
    };
  }

  private static void log(TaskInstance<?> job, @Nullable Throwable cause, Duration pause) {
    LOG.error(
        "job {} {} failed{}; it stays queued and runs again in {} s",
        job.getTaskName(),
        job.getId(),
        cause instanceof LedgerUnavailable outage ? ": " + outage.why() : "",
        pause.toSeconds(),
        cause instanceof LedgerUnavailable ? null : cause);
  }

  /**
   * Unlike db-scheduler's own handler, this one makes the job due by our clock, not the machine's,
   * and never takes a job that runs right here for dead because a clock jumped.
   */
  private DeadExecutionHandler<Row> takeOver() {
    return (dead, operations) -> {
      if (!runsHere(dead.getExecution().taskInstance)) {
        operations.reschedule(dead, dead.getTimeDone());
      }
    };
  }

  private boolean runsHere(TaskInstance<?> job) {
    return lanes.stream()
        .flatMap(lane -> lane.getCurrentlyExecuting().stream())
        .anyMatch(running -> running.getTaskInstance().equals(job));
  }

  /** Takes no more jobs and lets running ones finish; the next process runs the rest. */
  @Override
  public void close() {
    polling.shutdownNow();
    wakeUp.stopListening();
    NamedThreads threads = NamedThreads.of("stop-jobs");
    Executor parallel = stop -> threads.newThread(stop).start(); // Each lane waits for its jobs.
    CompletableFuture.allOf(
            lanes.stream()
                .map(lane -> CompletableFuture.runAsync(lane::stop, parallel))
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }
}
