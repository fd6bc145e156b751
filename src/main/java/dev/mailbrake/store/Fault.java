package dev.mailbrake.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** What is wrong with the database, in words for the person who has to mend it. */
final class Fault {
  private static final String FULL = "the disk is full";
  private static final String READ_ONLY = "it is read-only";
  private static final String LOCKED = "another process has locked it";
  private static final String BUSY = "it does not answer in time";

  /** SQLite has no standard states; its names are in the message. */
  private static final Map<String, String> BY_SQLITES_NAME =
      Map.of(
          "SQLITE_FULL", FULL,
          "SQLITE_READONLY", READ_ONLY,
          "SQLITE_BUSY", LOCKED,
          "SQLITE_LOCKED", LOCKED);

  /** PostgreSQL's states, or their beginning where a whole class means one thing. */
  private static final Map<String, String> BY_SQL_STATE =
      Map.ofEntries(
          Map.entry("53100", FULL),
          Map.entry("25006", READ_ONLY),
          Map.entry("55P03", LOCKED),
          Map.entry("57014", BUSY),
          Map.entry("57P0", "it is being stopped or started"),
          Map.entry("53300", "it takes no more connections"),
          Map.entry("08", "it cannot be reached"),
          Map.entry("28", "it refuses the user or the password"),
          Map.entry("3D000", "it does not exist on that server"));

  /** States in which the server's answer to a commit is lost, though the commit may not be. */
  private static final List<String> BROKEN_OFF = List.of("08", "57P0", "40003");

  private Fault() {}

  /** Whether the database is what failed. */
  static boolean isIn(Throwable thrown) {
    return thrown instanceof JdbiException || sql(thrown).isPresent();
  }

  /** Whether the database was not even asked, since others had the pool's connections. */
  static boolean isOfPool(Throwable thrown) {
    return sql(thrown).filter(SQLTransientConnectionException.class::isInstance).isPresent();
  }

  /** Whether it is one of the faults that the record's own look at itself finds too. */
  static boolean isOutage(Throwable thrown) {
    return thrown instanceof SQLTransientConnectionException
        || (thrown instanceof SQLException cause && known(cause).isPresent());
  }

  /** Whether a commit that fails like this may have been carried out all the same. */
  static boolean hidesTheOutcome(Throwable thrown) {
    String state = sql(thrown).map(SQLException::getSQLState).orElse("");
    return BROKEN_OFF.stream().anyMatch(state::startsWith);
  }

  static String words(Throwable thrown) {
    return sql(thrown).map(Fault::words).orElseGet(() -> firstLine(thrown.getMessage()));
  }

  private static Optional<SQLException> sql(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .reduce((outer, inner) -> inner); // The pool wraps the driver's.
  }

  private static String words(SQLException cause) {
    if (cause instanceof SQLTransientConnectionException) {
      return BUSY;
    }
    return known(cause).orElseGet(() -> firstLine(cause.getMessage()));
  }

  private static Optional<String> known(SQLException cause) {
    String message = String.valueOf(cause.getMessage());
    String state = String.valueOf(cause.getSQLState());
    Stream<String> bySqlite = BY_SQLITES_NAME.keySet().stream().filter(message::contains);
    Stream<String> byState = BY_SQL_STATE.keySet().stream().filter(state::startsWith);
    return Stream.concat(bySqlite.map(BY_SQLITES_NAME::get), byState.map(BY_SQL_STATE::get))
        .findFirst();
  }

  private static String firstLine(@Nullable String message) {
    return String.valueOf(message).lines().findFirst().orElse("no reason given");
  }
}
