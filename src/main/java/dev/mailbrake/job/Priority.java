package dev.mailbrake.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;

/**
 * Workers of their own for changes and for telling, so that a change never waits behind messages
 * for a slow Slack. A job that finds no free worker stays as it is in the table, at no cost.
 */
enum Priority {
  /** Applies, ends and announces changes. */
  CHANGE("in", 12, Duration.ofSeconds(1), 10),

  /**
   * Everything else, which talks to Slack or waits for Zoho in the background. While Slack hangs,
   * each of these workers costs the database a heartbeat and a few writes per attempt, so they are
   * few.
   */
  TELL("not in", 6, Duration.ofMillis(2_500), 4);

  /**
   * What runs at SIGTERM may finish; db-scheduler waits twice as long, before and after it
   * interrupts.
   */
  private static final Duration SHUTDOWN = Duration.ofSeconds(7);

  private final String condition;
  private final int workers;
  private final Duration heartbeat;
  private final int missedHeartbeats;

  /**
   * @param operator between a job's kind and the kinds that change something
   * @param missedHeartbeats after these, ten seconds in all, a dead process's job is taken over; a
   *     stalled disk is survived
   */
  Priority(String operator, int workers, Duration heartbeat, int missedHeartbeats) {
    condition =
        Stream.of(Task.APPLY, Task.EXPIRE, Task.REMIND)
            .map(task -> "'" + task.getTaskName() + "'")
            .collect(Collectors.joining(", ", " and task_name " + operator + " (", ")"));
    this.workers = workers;
    this.heartbeat = heartbeat;
    this.missedHeartbeats = missedHeartbeats;
  }

  /** Knows every kind of job, but picks only those of this lane. Not started yet. */
  Scheduler scheduler(
      DataSource database,
      Clock clock,
      OutageListener outage,
      FutureJobs future,
      CustomTask<?>... tasks) {
    return Scheduler.create(database, tasks)
        .jdbcCustomization(new DueInLane(database))
        .serializer(Task.SERIALIZER)
        .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
        .clock(clock::instant)
        .threads(workers)
        .executorService(threads(outage))
        .pollingInterval(JobRunner.POLL)
        .heartbeatInterval(heartbeat)
        .missedHeartbeatsLimit(missedHeartbeats)
        .shutdownMaxWait(SHUTDOWN)
        .failureLogging(LogLevel.OFF, false)
        .addSchedulerListener(outage)
        .addSchedulerListener(future)
        .build();
  }

  private ExecutorService threads(OutageListener outage) {
    AtomicInteger count = new AtomicInteger();
    String prefix = name().toLowerCase(Locale.ROOT) + "-";
    ThreadFactory factory =
        running -> {
          Thread thread = new Thread(running, prefix + count.incrementAndGet());
          thread.setUncaughtExceptionHandler((broken, thrown) -> report(broken, thrown, outage));
          return thread;
        };
    return Executors.newFixedThreadPool(workers, factory);
  }

  /** Thrown before the job is even reached; without this it would go to stderr past the log. */
  private static void report(Thread broken, Throwable thrown, OutageListener outage) {
    LoggerFactory.getLogger(Scheduler.class).error("{} failed", broken.getName(), thrown);
    outage.onSchedulerEvent(SchedulerEventType.UNEXPECTED_ERROR);
  }

  /** db-scheduler has no other way to tell one scheduler's jobs from another's in one table. */
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
