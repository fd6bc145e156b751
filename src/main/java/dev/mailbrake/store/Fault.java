package dev.mailbrake.store;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** What is wrong with the database, in words for the person who has to mend it. */
final class Fault {
  private Fault() {}

  /** Whether the database is what failed. */
  static boolean isIn(Throwable thrown) {
    return thrown instanceof JdbiException || sql(thrown).isPresent();
  }

  static String words(Throwable thrown) {
    return sql(thrown)
        .map(cause -> words(String.valueOf(cause.getMessage())))
        .orElseGet(() -> firstLine(thrown.getMessage()));
  }

  private static Optional<SQLException> sql(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .findFirst();
  }

  private static String words(String message) {
    if (message.contains("SQLITE_FULL")) {
      return "the disk is full";
    }
    if (message.contains("SQLITE_READONLY")) {
      return "it is read-only";
    }
    if (message.contains("SQLITE_BUSY") || message.contains("SQLITE_LOCKED")) {
      return "another process has locked it";
    }
    return firstLine(message);
  }

  private static String firstLine(@Nullable String message) {
    return String.valueOf(message).lines().findFirst().orElse("no reason given");
  }
}
