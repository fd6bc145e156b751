package dev.mailbrake.cli;

/** The log on standard error, for a command whose standard output is its result. */
public final class StandardErrorLog {
  /** The property that {@code log/text.xml} and {@code log/json.xml} read. */
  private static final String TARGET = "mailbrake.log.target";

  private StandardErrorLog() {}

  /** Has an effect only before the first logger is made. */
  public static void use() {
    System.setProperty(TARGET, "System.err");
  }
}
