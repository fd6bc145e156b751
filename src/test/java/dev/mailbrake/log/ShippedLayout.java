package dev.mailbrake.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.joran.spi.JoranException;

/** One of the program's layouts, with the levels of its configuration. */
public final class ShippedLayout implements AutoCloseable {
  private final LoggerContext context = new LoggerContext();

  /**
   * @param format as in {@code MAILBRAKE_LOG_FORMAT}
   */
  public ShippedLayout(String format) {
    context.putProperty("MAILBRAKE_LOG_FORMAT", format);
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    try {
      configurator.doConfigure(ShippedLayout.class.getResource("/logback.xml"));
    } catch (JoranException e) {
      throw new IllegalStateException(e);
    }
  }

  public LoggerContext context() {
    return context;
  }

  /** What the program prints for an event. */
  public String line(ILoggingEvent event) {
    return new String(encoder().encode(event), UTF_8);
  }

  private Encoder<ILoggingEvent> encoder() {
    return ((OutputStreamAppender<ILoggingEvent>)
            context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("console"))
        .getEncoder();
  }

  @Override
  public void close() {
    context.stop();
  }
}
