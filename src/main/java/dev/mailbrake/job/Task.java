package dev.mailbrake.job;

import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.mailbrake.log.LogContext;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds of jobs by the names they have in the database, which must not change, and their form.
 */
final class Task {
  static final TaskDescriptor<Payload.Named> APPLY =
      TaskDescriptor.of("apply-change", Payload.Named.class);
  static final TaskDescriptor<Payload.Named> EXPIRE =
      TaskDescriptor.of("expire-request", Payload.Named.class);
  static final TaskDescriptor<Payload.Named> SHOW =
      TaskDescriptor.of("show-card", Payload.Named.class);
  static final TaskDescriptor<Payload.Message> SEND =
      TaskDescriptor.of("send-message", Payload.Message.class);

  static final TaskDescriptor<Payload.Named> REMIND =
      TaskDescriptor.of("remind-of-end", Payload.Named.class);
  static final TaskDescriptor<Payload.Named> ADVISE =
      TaskDescriptor.of("advise-after-block", Payload.Named.class);
  static final TaskDescriptor<Payload.Named> PUBLISH =
      TaskDescriptor.of("show-home", Payload.Named.class);
  static final TaskDescriptor<Payload.Named> WATCH =
      TaskDescriptor.of("watch", Payload.Named.class);
  static final TaskDescriptor<Payload.Page> LIST =
      TaskDescriptor.of("show-overview", Payload.Page.class);

  /** Jobs are JSON: Java's own serialization would tie the rows to this version's classes. */
  static final Serializer SERIALIZER = new JacksonSerializer();

  private static final Map<String, LogContext.Mark> ABOUT =
      Map.of(
          APPLY.getTaskName(), LogContext.Mark.REQUEST,
          EXPIRE.getTaskName(), LogContext.Mark.REQUEST,
          REMIND.getTaskName(), LogContext.Mark.REQUEST,
          SHOW.getTaskName(), LogContext.Mark.CARD,
          ADVISE.getTaskName(), LogContext.Mark.CARD);

  private Task() {}

  /** What the lines are about that are logged while a job runs. */
  static LogContext context(TaskInstance<?> job) {
    LogContext itself = LogContext.of(LogContext.Mark.JOB, job.getId());
    return Optional.ofNullable(ABOUT.get(job.getTaskName()))
        .filter(mark -> job.getData() instanceof Payload.Named)
        .map(mark -> itself.and(mark, ((Payload.Named) job.getData()).id()))
        .orElse(itself);
  }
}
