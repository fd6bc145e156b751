package dev.mailbrake.story;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import dev.mailbrake.log.ShippedLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Everything the program would log from now on, at its shipped levels, in both formats. */
final class LoggedLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final LoggerContext running = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final ShippedLayout text = new ShippedLayout("text");
  private final ShippedLayout json = new ShippedLayout("json");
  private final Appender<ILoggingEvent> console = root().getAppender("console");
  private final Map<Logger, Optional<Level>> before = new HashMap<>();
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final List<String> jsons = new CopyOnWriteArrayList<>();
  private final List<String> unmasked = new CopyOnWriteArrayList<>();

  private LoggedLines() {}

  static LoggedLines caught() {
    LoggedLines lines = new LoggedLines();
    lines.text.context().getLoggerList().forEach(lines::level);
    lines.start();
    lines.root().addAppender(lines);
    lines.root().detachAppender(lines.console); // Otherwise it would print all of it.
    return lines;
  }

  /** Also at every level of our loggers and of the libraries that handle secrets. */
  static LoggedLines everything() {
    LoggedLines lines = caught();
    lines.level(lines.root(), Level.DEBUG);
    List.of("dev.mailbrake", "com.slack.api", "com.zaxxer.hikari", "org.flywaydb")
        .forEach(name -> lines.level(lines.running.getLogger(name), Level.TRACE));
    return lines;
  }

  private void level(Logger shipped) {
    level(running.getLogger(shipped.getName()), shipped.getLevel());
  }

  private void level(Logger logger, Level level) {
    before.putIfAbsent(logger, Optional.ofNullable(logger.getLevel()));
    logger.setLevel(level);
  }

  private Logger root() {
    return running.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  @Override
  protected void append(ILoggingEvent event) {
    texts.add(text.line(event));
    jsons.add(json.line(event));
    unmasked.add(
        event.getFormattedMessage()
            + event.getMDCPropertyMap()
            + Optional.ofNullable(event.getThrowableProxy())
                .map(ThrowableProxyUtil::asString)
                .orElse(""));
  }

  List<String> texts() {
    return List.copyOf(texts);
  }

  List<String> jsons() {
    return List.copyOf(jsons);
  }

  /** The logged lines before masking. */
  List<String> unmasked() {
    return List.copyOf(unmasked);
  }

  @Override
  public void close() {
    root().addAppender(console);
    root().detachAppender(this);
    stop();
    before.forEach((logger, level) -> logger.setLevel(level.orElse(null)));
    text.close();
    json.close();
  }
}
