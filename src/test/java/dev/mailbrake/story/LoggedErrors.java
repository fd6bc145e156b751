package dev.mailbrake.story;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Errors the bot logs while this is open: bugs, and what keeps it from working. */
final class LoggedErrors extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private static final Logger ROOT =
      (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final List<String> traced = new CopyOnWriteArrayList<>();

  private LoggedErrors() {}

  static LoggedErrors open() {
    LoggedErrors errors = new LoggedErrors();
    errors.start();
    ROOT.addAppender(errors);
    return errors;
  }

  List<String> messages() {
    return List.copyOf(messages);
  }

  /** Those with a stack trace. */
  List<String> traced() {
    return List.copyOf(traced);
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getThrowableProxy() != null) {
      traced.add(event.getFormattedMessage());
    }
    if (event.getLevel().isGreaterOrEqual(Level.ERROR) || event.getThrowableProxy() != null) {
      messages.add(event.getLoggerName() + ": " + event.getFormattedMessage());
    }
  }

  @Override
  public void close() {
    ROOT.detachAppender(this);
    stop();
  }
}
