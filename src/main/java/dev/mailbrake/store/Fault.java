package dev.mailbrake.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What is wrong with the database, in words for the person who has to mend it. */
final class Fault {
  private Fault() {}

  static String words(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException) {
        return words(String.valueOf(cause.getMessage()));
      }
    }
    return firstLine(thrown.getMessage());
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
