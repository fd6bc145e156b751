package dev.mailbrake.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;
import dev.mailbrake.text.PlainText;
import java.util.regex.Pattern;

/** Keeps a log entry on one line, and whatever follows from looking like another entry. */
final class LogText {
  private static final Pattern START = Pattern.compile("(?m)^(?=.)");

  private LogText() {}

  /** Replaces what reverses, hides or breaks text, except line feeds and tabs. */
  static String visible(String text) {
    return PlainText.visible(text, "\n\t");
  }

  static String line(String text) {
    return PlainText.visible(text, "");
  }

  /** Indents each line, so only an entry begins with a time. */
  static String indented(String text) {
    return START.matcher(visible(text)).replaceAll("  ");
  }

  /** {@code %indented(…)} of the text layout: users can influence a stack trace's messages. */
  public static final class IndentedText extends CompositeConverter<ILoggingEvent> {
    @Override
    protected String transform(ILoggingEvent event, String text) {
      return LogText.indented(text);
    }
  }

  /** {@code %oneline(…)} of the text layout. */
  public static final class LineText extends CompositeConverter<ILoggingEvent> {
    @Override
    protected String transform(ILoggingEvent event, String text) {
      return LogText.line(text);
    }
  }
}
