package dev.mailbrake.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** What some work is about: each line logged during it carries that. */
public final class LogContext {
  private static final int LONGEST = 80;

  private final Map<String, String> marks;

  private LogContext(Map<String, String> marks) {
    this.marks = marks;
  }

  public static LogContext of(Mark mark, String id) {
    return new LogContext(Map.of(mark.key, clean(id)));
  }

  public LogContext and(Mark mark, String id) {
    Map<String, String> more = new LinkedHashMap<>(marks);
    more.put(mark.key, clean(id));
    return new LogContext(more);
  }

  /** Adds to the context of the work on this thread, until it ends. */
  public static void note(Mark mark, String id) {
    MDC.put(mark.key, clean(id));
  }

  /** Leaves the thread as it was. */
  public <T> T during(Supplier<T> work) {
    Map<String, String> before = Optional.ofNullable(MDC.getCopyOfContextMap()).orElseGet(Map::of);
    marks.forEach(MDC::put);
    try {
      return work.get();
    } finally {
      MDC.setContextMap(before);
    }
  }

  public void during(Runnable work) {
    during(
        () -> {
          work.run();
          return this;
        });
  }

  /** Text from outside must not look like a log line of its own. */
  private static String clean(String id) {
    return id.substring(0, Math.min(id.length(), LONGEST)).replaceAll("[^A-Za-z0-9/_.-]", "?");
  }

  public enum Mark {
    REQUEST("request"),
    CARD("card"),
    JOB("job"),
    /** Who did something in Slack, by their Slack ID. */
    BY("by");

    private final String key;

    Mark(String key) {
      this.key = key;
    }
  }
}
