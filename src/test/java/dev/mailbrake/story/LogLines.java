package dev.mailbrake.story;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What is logged from now on. */
final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private static final int FEW = 25;

  private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

  static LogLines caught() {
    LogLines lines = new LogLines();
    lines.start();
    root().addAppender(lines);
    return lines;
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  @Override
  protected void append(ILoggingEvent event) {
    events.add(event);
  }

  /** An operator can see what happened and when it began and ended, without a flood of lines. */
  void tellsShortlyOf(String failure) {
    assertThat(events)
        .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
        .hasSizeLessThan(FEW)
        .allMatch(event -> event.getThrowableProxy() == null);
    assertThat(events)
        .extracting(ILoggingEvent::getFormattedMessage)
        .anyMatch(
            line -> line.startsWith("the database cannot be written") && line.contains(failure))
        .contains("the database can be written again");
  }

  @Override
  public void close() {
    root().detachAppender(this);
  }
}
