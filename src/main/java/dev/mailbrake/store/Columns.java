package dev.mailbrake.store;

import dev.mailbrake.mailbox.Recorded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

final class Columns {
  /** PostgreSQL refuses NUL, and its driver unpaired surrogates; Slack and Zoho may send both. */
  private static final Pattern NOT_STORABLE = Pattern.compile("[\\x00\\p{Cs}]");

  private Columns() {}

  /** Fails on a name that a newer version wrote, so a job stays for a process of that version. */
  static <E extends Enum<E> & Recorded> E constant(Class<E> type, ResultSet row, String column)
      throws SQLException {
    String name = row.getString(column);
    return find(type, name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s of row %s is %s, which a newer version of Mailbrake has written"
                        .formatted(column, id(row), name)));
  }

  static <E extends Enum<E> & Recorded> E constantOr(E unknown, ResultSet row, String column)
      throws SQLException {
    return find(unknown.getDeclaringClass(), row.getString(column)).orElse(unknown);
  }

  private static <E extends Enum<E> & Recorded> Optional<E> find(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.recorded().equals(name))
        .findFirst();
  }

  private static String id(ResultSet row) {
    try {
      return row.getString("id");
    } catch (SQLException unread) {
      return "?";
    }
  }

  static Instant moment(ResultSet row, String column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column));
  }

  static String storable(String text) {
    return NOT_STORABLE.matcher(text).replaceAll("\uFFFD");
  }

  static final class Text extends AbstractArgumentFactory<String> {
    Text() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(String text, ConfigRegistry config) {
      return (position, statement, context) -> statement.setString(position, storable(text));
    }
  }

  /** In milliseconds since the epoch. */
  static final class Moment extends AbstractArgumentFactory<Instant> {
    Moment() {
      super(Types.BIGINT);
    }

    @Override
    protected Argument build(Instant moment, ConfigRegistry config) {
      return (position, statement, context) -> statement.setLong(position, moment.toEpochMilli());
    }
  }
}
