package dev.mailbrake.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the database. Only what is listed here is an outage; other SQL errors are bugs
 * in Mailbrake. Sources: SQLite's "Result and Error Codes"; PostgreSQL's manual, appendix A.
 */
final class Fault {
  private static final String FULL = "the disk is full";
  private static final String READ_ONLY = "it is read-only";
  private static final String LOCKED = "another process has locked it";
  private static final String BUSY = "it does not answer in time";
  private static final String FORBIDDEN = "this user may not use it";
  private static final String NO_MEMORY = "it is out of memory";
  private static final String DISK = "its disk cannot be read or written";
  private static final String DAMAGED = "it is damaged";

  /** SQLite has no SQL states; its driver gives the primary result code. */
  private static final Map<Integer, String> BY_SQLITES_CODE =
      Map.ofEntries(
          Map.entry(3, FORBIDDEN), // PERM
          Map.entry(5, LOCKED), // BUSY
          Map.entry(6, LOCKED), // LOCKED
          Map.entry(7, NO_MEMORY), // NOMEM
          Map.entry(8, READ_ONLY), // READONLY
          Map.entry(10, DISK), // IOERR
          Map.entry(11, DAMAGED), // CORRUPT
          Map.entry(13, FULL), // FULL
          Map.entry(14, "its file cannot be opened"), // CANTOPEN
          Map.entry(15, LOCKED), // PROTOCOL, of locking
          Map.entry(23, FORBIDDEN), // AUTH
          Map.entry(26, "its file is not a database")); // NOTADB

  /** PostgreSQL's states, or the prefix of a whole class; the first match counts. */
  private static final List<Map.Entry<String, String>> BY_SQL_STATE =
      List.of(
          Map.entry("08", "it cannot be reached"),
          Map.entry("25006", READ_ONLY),
          Map.entry("25P03", BUSY),
          Map.entry("25P04", BUSY),
          Map.entry("28", "it refuses the user or the password"),
          Map.entry("3D000", "it does not exist on that server"),
          Map.entry("40", "other transactions were in the way"),
          Map.entry("42501", FORBIDDEN),
          Map.entry("53100", FULL),
          Map.entry("53200", NO_MEMORY),
          Map.entry("53300", "it takes no more connections"),
          Map.entry("53", "its server has no resources left"),
          Map.entry("55P03", LOCKED),
          Map.entry("57014", BUSY),
          Map.entry("57", "it is being stopped or started"),
          Map.entry("58", DISK),
          Map.entry("XX001", DAMAGED),
          Map.entry("XX002", DAMAGED));

  /** States in which the commit may have happened although its answer was lost. */
  private static final List<String> ANSWER_LOST = List.of("08", "57P0", "40003");

  private Fault() {}

  /** Whether the database was not even asked, because others had all connections. */
  static boolean isOfPool(Throwable thrown) {
    return sql(thrown).filter(SQLTransientConnectionException.class::isInstance).isPresent();
  }

  static boolean isOutage(Throwable thrown) {
    return causes(thrown).anyMatch(Fault::isKnown);
  }

  /** Failing to connect is never a bug. */
  private static boolean isKnown(Throwable thrown) {
    return thrown instanceof ConnectionException
        || thrown instanceof SQLTransientConnectionException
        || (thrown instanceof SQLException cause && known(cause).isPresent());
  }

  static boolean isBug(Throwable thrown) {
    return sql(thrown).isPresent() && !isOutage(thrown);
  }

  /** Whether a commit that fails like this may have happened all the same. */
  static boolean hidesTheOutcome(Throwable thrown) {
    String state = sql(thrown).map(SQLException::getSQLState).orElse("");
    return ANSWER_LOST.stream().anyMatch(state::startsWith);
  }

  static String words(Throwable thrown) {
    return sql(thrown).map(Fault::words).orElseGet(() -> firstLine(thrown.getMessage()));
  }

  private static Optional<SQLException> sql(Throwable thrown) {
    return causes(thrown)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        // The pool wraps the driver's exceptions.
        .reduce((outer, inner) -> isKnown(outer) && !isKnown(inner) ? outer : inner);
  }

  /** Suppressed ones too: a rollback that fails after an outage says only "closed". */
  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .flatMap(
            cause ->
                Stream.concat(
                    Stream.of(cause), Stream.of(cause.getSuppressed()).flatMap(Fault::causes)));
  }

  private static String words(SQLException cause) {
    if (cause instanceof SQLTransientConnectionException) {
      return BUSY;
    }
    return known(cause).orElseGet(() -> firstLine(cause.getMessage()));
  }

  private static Optional<String> known(SQLException cause) {
    String state = cause.getSQLState();
    return state == null
        ? Optional.ofNullable(BY_SQLITES_CODE.get(cause.getErrorCode()))
        : BY_SQL_STATE.stream()
            .filter(known -> state.startsWith(known.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
  }

  private static String firstLine(@Nullable String message) {
    return Optional.ofNullable(message).stream()
        .flatMap(String::lines)
        .findFirst()
        .orElse("no reason given");
  }
}
