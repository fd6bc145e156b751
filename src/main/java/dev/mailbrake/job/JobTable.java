package dev.mailbrake.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import dev.mailbrake.request.port.Jobs;
import dev.mailbrake.request.port.Jobs.JobKind;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Adds jobs in a transaction that somebody else commits. */
public final class JobTable implements Jobs {
  private final SchedulerClient client;
  private final Clock clock;

  private JobTable(Connection connection, JdbcCustomization dialect, Clock clock) {
    client =
        SchedulerClient.Builder.create(bound(connection))
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
  private static DataSource bound(Connection connection) {
    Connection open =
        proxy(
            Connection.class,
            (proxy, method, arguments) ->
                method.getName().equals("close") ? null : invoke(connection, method, arguments));
    return proxy(
        DataSource.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("getConnection")) {
            return open;
          }
          throw new SQLFeatureNotSupportedException(method.getName());
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(JobTable.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object invoke(
      Connection connection, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getTargetException();
    }
  }
}
