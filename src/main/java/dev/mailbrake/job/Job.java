package dev.mailbrake.job;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.kagkarlsson.scheduler.serializer.JacksonSerializer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.mailbrake.log.LogContext;
import dev.mailbrake.request.model.CardId;
import dev.mailbrake.request.model.RequestId;
import dev.mailbrake.request.port.Jobs.JobKind;
import dev.mailbrake.request.port.Next;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A kind of job, and what it runs. */
public record Job<P>(JobKind<P> kind, Work<P> work) {
  private static final ObjectMapper JSON =
      JacksonSerializer.getDefaultObjectMapper()
          .enable(
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

  /** JSON, because Java's serialization would tie the rows to this version's classes. */
  static final Serializer SERIALIZER = new JacksonSerializer(JSON);

  /** May run again after a crash. */
  public interface Work<P> {
    Next run(Run<P> run);
  }

  /** {@code name} is the same in every run of a job; {@code tries} counts earlier tries. */
  public record Run<P>(String name, P payload, int tries) {}

  record Row(JsonNode payload, int tries) {
    static Row of(Object payload) {
      return new Row(JSON.valueToTree(payload), 0);
    }

    Row again() {
      return new Row(payload, tries + 1);
    }

    /** Without the payload, which may hold a reply URL, and so a key, and would be logged. */
    @Override
    public String toString() {
      return "Row[tries=" + tries + "]";
    }
  }

  static TaskDescriptor<Row> descriptor(JobKind<?> kind) {
    return TaskDescriptor.of(kind.name(), Row.class);
  }

  static String sqlList(List<Job<?>> jobs, Predicate<JobKind<?>> which) {
    return jobs.stream()
        .map(Job::kind)
        .filter(which)
        .map(kind -> "'" + kind.name() + "'")
        .collect(Collectors.joining(", "));
  }

  Next run(TaskInstance<Row> job) {
    return work.run(new Run<>(job.getId(), payload(job.getData()), job.getData().tries()));
  }

  private P payload(Row row) {
    try {
      return JSON.convertValue(row.payload(), kind.payload());
    } catch (IllegalArgumentException unreadable) {
      // Without the cause, whose message quotes the payload, which may hold a reply URL.
      throw new IllegalStateException(
          "its payload is not a " + kind.payload().getSimpleName() + " of this version");
    }
  }

  LogContext context(TaskInstance<?> job) {
    LogContext itself = LogContext.of(LogContext.Mark.JOB, job.getId());
    String subject = job.getId().split("/", 2)[0];
    if (kind.payload() == RequestId.class) {
      return itself.and(LogContext.Mark.REQUEST, subject);
    }
    return kind.payload() == CardId.class ? itself.and(LogContext.Mark.CARD, subject) : itself;
  }
}
