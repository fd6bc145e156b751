package dev.mailbrake.job;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import dev.mailbrake.request.port.Jobs.JobKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/**
 * Repairs what a clock that was ahead has written, at the start and whenever the clock is set back:
 * otherwise jobs due at once would wait until then, and a dead process's jobs would look alive.
 */
final class FutureJobs extends AbstractSchedulerListener {
  /** More than two measurements of one clock differ by. */
  private static final Duration SKEW = Duration.ofSeconds(5);

  /** Jobs that such a clock put off or queued; but not timers, whose time people have read. */
  private static final String DUE =
      """
      update scheduled_tasks set execution_time = ?
      where picked = ? and execution_time > ?
        and (last_success > ? or last_failure > ?
          or last_success is null and last_failure is null and task_name not in (%s))
      """;

  /** If the process is alive, its next heartbeat follows within seconds. */
  private static final String HEARTBEATS =
      """
      update scheduled_tasks set last_heartbeat = ? where picked = ? and last_heartbeat > ?
      """;

  private final DataSource database;
  private final JdbcCustomization dialect;
  private final Clock clock;
  private final String due;
  private volatile Instant latest = Instant.MAX;

  FutureJobs(DataSource database, Clock clock, List<Job<?>> jobs) {
    this.database = database;
    this.clock = clock;
    due = DUE.formatted(Job.sqlList(jobs, JobKind::keepsItsTime));
    dialect = new AutodetectJdbcCustomization(database);
  }

  @Override
  public void onSchedulerEvent(SchedulerEventType type) {
    if (type != SchedulerEventType.RAN_EXECUTE_DUE && type != SchedulerEventType.RAN_DETECT_DEAD) {
      return;
    }
    Instant now = clock.instant();
    if (!now.isBefore(latest) || isCorrected(now)) {
      latest = now;
    }
  }

  private boolean isCorrected(Instant now) {
    try (Connection connection = database.getConnection();
        PreparedStatement late = connection.prepareStatement(due);
        PreparedStatement heartbeats = connection.prepareStatement(HEARTBEATS)) {
      set(late, now, false, now, now.plus(SKEW), now.plus(SKEW));
      late.executeUpdate();
      set(heartbeats, now, true, now.plus(SKEW));
      heartbeats.executeUpdate();
      return true;
    } catch (SQLException away) {
      return false; // The database logs what is wrong, once; the next poll tries again.
    }
  }

  private void set(PreparedStatement update, Instant now, boolean picked, Instant... bounds)
      throws SQLException {
    dialect.setInstant(update, 1, now);
    update.setBoolean(2, picked);
    for (int i = 0; i < bounds.length; i++) {
      dialect.setInstant(update, 3 + i, bounds[i]);
    }
  }
}
