package dev.mailbrake.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** What work is about: each log line during the work shows it. */
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

  /** Adds to the context of the current work on this thread. */
  public static void note(Mark mark, String id) {
    MDC.put(mark.key, clean(id));
  }

  /** Restores the thread's context afterwards. */
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

  /** Ids from outside must not look like log lines. */
  private static String clean(String id) {
    return id.substring(0, Math.min(id.length(), LONGEST)).replaceAll("[^A-Za-z0-9/_.-]", "?");
  }

  public enum Mark {
    REQUEST("request"),
    CARD("card"),
    JOB("job"),
    /** A Slack user's ID. */
    BY("by");

    private final String key;

    Mark(String key) {
      this.key = key;
    }
  }
}
