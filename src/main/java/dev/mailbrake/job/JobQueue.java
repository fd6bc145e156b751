package dev.mailbrake.job;

import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import dev.mailbrake.log.NamedThreads;
import dev.mailbrake.metrics.Meters;
import dev.mailbrake.metrics.Metric;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** How many jobs wait and for how long; each scrape asks the database once, and waits briefly. */
public final class JobQueue {
  private static final int PATIENCE_SECONDS = 1;
  private static final Duration IDLE = Duration.ofSeconds(10);

  private static final String QUERY =
      """
      select count(case when execution_time <= ? and picked = ? then 1 end) as due,
        min(case when execution_time <= ? and picked = ? then execution_time end) as oldest,
        count(case when consecutive_failures > 0 then 1 end) as failing
      from scheduled_tasks
      """;

  private final DataSource database;
  private final JdbcCustomization dialect;
  private final Clock clock;
  private final ThreadPoolExecutor looking = thread();
  private CompletableFuture<Optional<Depth>> look =
      CompletableFuture.completedFuture(Optional.empty());
  private volatile Optional<Depth> depth = Optional.empty();

  private JobQueue(DataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
    dialect = new AutodetectJdbcCustomization(database);
  }

  public static void measure(DataSource database, Clock clock, Meters meters) {
    JobQueue queue = new JobQueue(database, clock);
    meters.beforeReading(queue::look);
    meters.gauge(Metric.JOBS_DUE, () -> queue.depth.map(it -> (double) it.due()));
    meters.gauge(Metric.JOBS_FAILING, () -> queue.depth.map(it -> (double) it.failing()));
    meters.age(Metric.JOBS_OLDEST, () -> queue.depth.map(Depth::age));
  }

  /** Waits for a database that doesn't answer, in place of the scrape's thread. */
  private static ThreadPoolExecutor thread() {
    ThreadPoolExecutor one =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            NamedThreads.daemons("job-queue"));
    one.allowCoreThreadTimeOut(true);
    return one;
  }

  private synchronized void look() {
    if (look.isDone()) {
      look = CompletableFuture.supplyAsync(this::query, looking);
    }
    depth =
        look.copy().completeOnTimeout(Optional.empty(), PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  private Optional<Depth> query() {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(QUERY)) {
      return Optional.of(read(query));
    } catch (SQLException away) {
      return Optional.empty(); // The database logs what is wrong, once.
    }
  }

  private Depth read(PreparedStatement query) throws SQLException {
    Instant now = clock.instant();
    query.setQueryTimeout(PATIENCE_SECONDS);
    dialect.setInstant(query, 1, now);
    query.setBoolean(2, false);
    dialect.setInstant(query, 3, now);
    query.setBoolean(4, false);
    try (ResultSet row = query.executeQuery()) {
      row.next();
      long due = row.getLong("due");
      Instant oldest = due == 0 ? now : dialect.getInstant(row, "oldest");
      return new Depth(due, Duration.between(oldest, now), row.getLong("failing"));
    }
  }

  /** Jobs due and not running, how long the oldest has been due, and jobs whose last run failed. */
  private record Depth(long due, Duration age, long failing) {}
}
