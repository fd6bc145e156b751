package dev.mailbrake.job;

import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

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

  private Task() {}
}
