package dev.mailbrake.store;

import dev.mailbrake.mailbox.Recorded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/**
 * An enum constant in a column. During a rolling upgrade a newer process may have written one that
 * this version does not know.
 */
final class StoredName {
  private StoredName() {}

  /**
   * The constant of that name.
   *
   * @throws IllegalStateException if this version has none: it never guesses, and the job stays for
   *     the newer process
   */
  static <E extends Enum<E> & Recorded> E of(Class<E> type, ResultSet row, String column)
      throws SQLException {
    String name = row.getString(column);
    return find(type, name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s of row %s is %s, which a newer version of Mailbrake has written"
                        .formatted(column, id(row), name)));
  }

  /** The constant of that name, or the one that stands for an unknown one. */
  static <E extends Enum<E> & Recorded> E of(E unknown, ResultSet row, String column)
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
}
