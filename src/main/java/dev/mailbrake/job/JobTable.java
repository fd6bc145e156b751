package dev.mailbrake.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import dev.mailbrake.request.port.Jobs;
import dev.mailbrake.request.port.Jobs.JobKind;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Adds jobs in a transaction that somebody else commits. */
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

  /** Neither commits nor closes the connection that it is given. */
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

  /** One connection that stays open, so what db-scheduler writes belongs to its transaction. */
  static final class BoundDataSource implements DataSource {
    private final Connection connection;

    BoundDataSource(Connection connection) {
      this.connection =
          (Connection)
              Proxy.newProxyInstance(
                  Connection.class.getClassLoader(),
                  new Class<?>[] {Connection.class},
                  (proxy, method, arguments) -> invoke(connection, method, arguments));
    }

    private static @Nullable Object invoke(
        Connection connection, Method method, Object @Nullable [] arguments) throws Throwable {
      if (method.getName().equals("close")) {
        return null;
      }
      try {
        return method.invoke(connection, arguments);
      } catch (InvocationTargetException thrown) {
        throw thrown.getTargetException();
      }
    }

    @Override
    public Connection getConnection() {
      return connection;
    }

    @Override
    public Connection getConnection(String user, String password) {
      return connection;
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
      return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
      // Nothing is logged here.
    }

    @Override
    public void setLoginTimeout(int seconds) {
      // Nobody logs in here.
    }

    @Override
    public int getLoginTimeout() {
      return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
      throw new SQLFeatureNotSupportedException("no logger");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
      return false;
    }
  }
}
