package dev.mailbrake.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;

/** {@code %indented(…)} of the text layout: a stack trace, whose messages are anybody's. */
public final class IndentedText extends CompositeConverter<ILoggingEvent> {
  @Override
  protected String transform(ILoggingEvent event, String text) {
    return LogText.indented(text);
  }
}
