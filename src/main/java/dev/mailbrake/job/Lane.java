package dev.mailbrake.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import dev.mailbrake.log.NamedThreads;
import dev.mailbrake.request.port.Jobs.JobKind.Priority;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;

/** The workers of one priority. A job that finds no free worker costs nothing while it waits. */
final class Lane {
  /** At SIGTERM db-scheduler waits twice: before and after it interrupts what runs. */
  private static final Duration SHUTDOWN = Duration.ofSeconds(7);

  /** A job is taken over after this much silence: long enough for a stalled disk. */
  private static final Duration TAKEN_OVER_AFTER = Duration.ofSeconds(10);

  private final Priority priority;
  private final String condition;

  Lane(Priority priority, List<Job<?>> jobs) {
    this.priority = priority;
    condition =
        " and task_name in (%s)".formatted(Job.sqlList(jobs, kind -> kind.priority() == priority));
  }

  /** Few to tell: while Slack hangs, each costs a heartbeat and a few writes per attempt. */
  private int workers() {
    return switch (priority) {
      case CHANGE -> 12;
      case TELL -> 6;
    };
  }

  private Duration heartbeat() {
    return switch (priority) {
      case CHANGE -> Duration.ofSeconds(1);
      case TELL -> Duration.ofMillis(2_500);
    };
  }

  /** Not started yet. It knows every kind of job, but picks only those of its priority. */
  Scheduler scheduler(
      DataSource database,
      Clock clock,
      OutageListener outage,
      FutureJobs future,
      CustomTask<?>... tasks) {
    return Scheduler.create(database, tasks)
        .jdbcCustomization(new DueInLane(database))
        .serializer(Job.SERIALIZER)
        .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
        .clock(clock::instant)
        .threads(workers())
        .executorService(threads(outage))
        .pollingInterval(JobRunner.POLL)
        .heartbeatInterval(heartbeat())
        .missedHeartbeatsLimit((int) TAKEN_OVER_AFTER.dividedBy(heartbeat()))
        .shutdownMaxWait(SHUTDOWN)
        .failureLogging(LogLevel.OFF, false)
        .addSchedulerListener(outage)
        .addSchedulerListener(future)
        .build();
  }

  private ExecutorService threads(OutageListener outage) {
    NamedThreads named = NamedThreads.of(priority.name().toLowerCase(Locale.ROOT));
    ThreadFactory factory =
        running -> {
          Thread thread = named.newThread(running);
          thread.setUncaughtExceptionHandler((broken, thrown) -> report(broken, thrown, outage));
          return thread;
        };
    return Executors.newFixedThreadPool(workers(), factory);
  }

  /** What is thrown before the job is reached would go to stderr instead of the log. */
  private static void report(Thread broken, Throwable thrown, OutageListener outage) {
    LoggerFactory.getLogger(Scheduler.class).error("{} failed", broken.getName(), thrown);
    outage.onSchedulerEvent(SchedulerEventType.UNEXPECTED_ERROR);
  }

  /** db-scheduler has no other way to split one table's jobs among schedulers. */
  private final class DueInLane extends AutodetectJdbcCustomization {
    DueInLane(DataSource database) {
      super(database);
    }

    @Override
    public String createSelectDueQuery(
        String tableName, int limit, String andCondition, boolean orderByPriority) {
      return super.createSelectDueQuery(
          tableName, limit, andCondition + condition, orderByPriority);
    }
  }
}
