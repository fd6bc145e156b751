package dev.mailbrake.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;
import com.fasterxml.jackson.core.JsonStreamContext;
import java.util.regex.Pattern;
import net.logstash.logback.mask.ValueMasker;
import org.jspecify.annotations.Nullable;

/** What keys to Slack, Zoho and databases look like: a safety net below {@code config.Secret}. */
final class SecretShapes {
  private static final String MASK = "***";

  /** Keeps the name, so a reader sees what was masked. */
  private static final String NAME_KEPT = "$1" + MASK;

  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)((?:bearer|zoho-oauthtoken) +"
              + "|hooks\\.slack(?:-gov)?\\.com/"
              + "|\\b(?:client_secret|refresh_token|access_token|password|token|ticket)=)"
              + "[^\\s\"'&,;]+");

  private static final Pattern LOGIN = Pattern.compile("(://[^\\s:/@]+:)[^\\s/@]+(?=@)");

  /** Slack's tokens; Zoho's tokens and codes. */
  private static final Pattern BARE =
      Pattern.compile(
          "(?i)\\bx(?:ox[a-z]|app)-[a-z0-9_-]{4,}|\\b1000\\.[a-z0-9_-]{8,}(?:\\.[a-z0-9_-]+)?");

  private SecretShapes() {}

  static String mask(String text) {
    String unnamed = NAMED.matcher(text).replaceAll(NAME_KEPT);
    String without = LOGIN.matcher(unnamed).replaceAll(NAME_KEPT);
    return BARE.matcher(without).replaceAll(MASK);
  }

  /** {@code %masked(…)} of the text layout. */
  public static final class MaskedText extends CompositeConverter<ILoggingEvent> {
    @Override
    protected String transform(ILoggingEvent event, String text) {
      return SecretShapes.mask(text);
    }
  }

  /** Masks each value of the JSON layout. */
  public static final class MaskedValue implements ValueMasker {
    @Override
    public @Nullable Object mask(JsonStreamContext place, Object value) {
      return value instanceof CharSequence text
          ? LogText.visible(SecretShapes.mask(text.toString()))
          : null;
    }
  }
}
