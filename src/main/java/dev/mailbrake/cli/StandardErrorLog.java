package dev.mailbrake.cli;

/** Logs to standard error, for a command whose standard output is its result. */
public final class StandardErrorLog {
  /** Read by {@code log/text.xml} and {@code log/json.xml}. */
  private static final String TARGET = "mailbrake.log.target";

  private StandardErrorLog() {}

  /** Works only before the first logger is created. */
  public static void use() {
    System.setProperty(TARGET, "System.err");
  }
}
