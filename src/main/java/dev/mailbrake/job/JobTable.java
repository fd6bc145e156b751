package dev.mailbrake.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.mailbrake.request.model.CardId;
import dev.mailbrake.request.model.Listing;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.model.RequestId;
import dev.mailbrake.request.port.Jobs;
import dev.mailbrake.request.port.RecurringJob;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** The writing of jobs over a connection whose transaction somebody else commits. */
public final class JobTable implements Jobs {
  private final SchedulerClient client;
  private final Clock clock;

  private JobTable(Connection connection, JdbcCustomization dialect, Clock clock) {
    client =
        SchedulerClient.Builder.create(new BoundDataSource(connection))
            .serializer(Task.SERIALIZER)
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
  public void apply(RequestId id) {
    schedule(Task.APPLY, id.value(), new Payload.Named(id.value(), 0), clock.instant());
  }

  @Override
  public void expire(RequestId id, Instant deadline) {
    schedule(Task.EXPIRE, id.value(), new Payload.Named(id.value(), 0), deadline);
  }

  @Override
  public void show(CardId id, long revision) {
    // A job of its own for every revision: one that runs just now may have read the one before.
    schedule(
        Task.SHOW, id.value() + "/" + revision, new Payload.Named(id.value(), 0), clock.instant());
  }

  @Override
  public void send(PrivateMessage message) {
    schedule(Task.SEND, UUID.randomUUID().toString(), Payload.Message.of(message), clock.instant());
  }

  @Override
  public void list(Listing listing) {
    schedule(Task.LIST, UUID.randomUUID().toString(), Payload.Page.of(listing), clock.instant());
  }

  @Override
  public void remind(RequestId block, Instant when) {
    schedule(Task.REMIND, block.value(), new Payload.Named(block.value(), 0), when);
  }

  @Override
  public void advise(CardId id) {
    schedule(Task.ADVISE, id.value(), new Payload.Named(id.value(), 0), clock.instant());
  }

  @Override
  public void publish(String userId, long revision) {
    schedule(Task.PUBLISH, userId + "/" + revision, new Payload.Named(userId, 0), clock.instant());
  }

  @Override
  public void watch(RecurringJob watch) {
    schedule(Task.WATCH, watch.name(), new Payload.Named(watch.name(), 0), clock.instant());
  }

  private <T> void schedule(TaskDescriptor<T> task, String instance, T payload, Instant when) {
    client.scheduleIfNotExists(task.instance(instance).data(payload).build(), when);
  }
}
