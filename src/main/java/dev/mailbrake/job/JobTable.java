package dev.mailbrake.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import dev.mailbrake.request.port.JobKind;
import dev.mailbrake.request.port.Jobs;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import javax.sql.DataSource;

/** Adds jobs over a connection whose transaction somebody else commits. */
public final class JobTable implements Jobs {
  private final SchedulerClient client;
  private final Clock clock;

  private JobTable(Connection connection, JdbcCustomization dialect, Clock clock) {
    client =
        SchedulerClient.Builder.create(new BoundDataSource(connection))
            .serializer(Job.SERIALIZER)
            .jdbcCustomization(dialect)
            .build();
    this.clock = clock;
  }

  /**
   * The job table of a database.
   *
   * @return gives it over a connection in a transaction, which is neither committed nor closed here
   */
  public static Function<Connection, Jobs> of(DataSource database, Clock clock) {
    JdbcCustomization dialect = new AutodetectJdbcCustomization(database);
    return connection -> new JobTable(connection, dialect, clock);
  }

  @Override
  public <P> void add(JobKind<P> kind, String name, P payload) {
    add(kind, name, payload, clock.instant());
  }

  @Override
  public <P> void add(JobKind<P> kind, String name, P payload, Instant due) {
    client.scheduleIfNotExists(
        Job.descriptor(kind).instance(name).data(Job.Row.of(payload)).build(), due);
  }
}
