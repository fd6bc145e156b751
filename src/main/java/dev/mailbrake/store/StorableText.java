package dev.mailbrake.store;

import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Text that every database accepts. PostgreSQL refuses NUL characters, and its driver refuses
 * unpaired surrogates; Slack and Zoho may pass on both.
 */
public final class StorableText {
  private static final char REPLACEMENT = '\uFFFD';

  private StorableText() {}

  static String of(String text) {
    return isStorable(text) ? text : replaced(text);
  }

  private static boolean isStorable(String text) {
    return text.codePoints().noneMatch(StorableText::isRefused);
  }

  private static String replaced(String text) {
    StringBuilder stored = new StringBuilder(text.length());
    text.codePoints()
        .map(character -> isRefused(character) ? REPLACEMENT : character)
        .forEach(stored::appendCodePoint);
    return stored.toString();
  }

  private static boolean isRefused(int character) {
    boolean isHalfAPair =
        character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    return character == 0 || isHalfAPair;
  }

  static final class Argument extends AbstractArgumentFactory<String> {
    Argument() {
      super(Types.VARCHAR);
    }

    @Override
    protected org.jdbi.v3.core.argument.Argument build(String text, ConfigRegistry config) {
      return (position, statement, context) -> statement.setString(position, of(text));
    }
  }
}
