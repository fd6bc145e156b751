package dev.mailbrake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardErrorLogTest {

  @AfterEach
  void leaveTheOtherTestsTheirs() {
    System.clearProperty("mailbrake.log.target");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void leavesStandardOutputToTheResult(String format) throws JoranException {
    assertThat(target(format)).isEqualTo("System.out");

    StandardErrorLog.use();

    assertThat(target(format)).isEqualTo("System.err");
  }

  private static String target(String format) throws JoranException {
    LoggerContext context = new LoggerContext();
    context.putProperty("MAILBRAKE_LOG_FORMAT", format);
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(
        Objects.requireNonNull(StandardErrorLogTest.class.getResource("/logback.xml")));
    assertThat(context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("console"))
        .isInstanceOf(ConsoleAppender.class);
    String target =
        ((ConsoleAppender<?>) context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("console"))
            .getTarget();
    context.stop();
    return target;
  }
}
