package dev.mailbrake.cli;

/** What the program's end says to whoever started it: BSD's sysexits where they have a word. */
public final class ExitCode {
  public static final int OK = 0;

  /** What was looked at is not as it should be. */
  public static final int DAMAGED = 1;

  /** The command line cannot be understood (EX_USAGE). */
  public static final int USAGE = 64;

  /** Something the program needs is not there: the database, the port (EX_UNAVAILABLE). */
  public static final int UNAVAILABLE = 69;

  /** Mailbrake itself is at fault (EX_SOFTWARE). */
  public static final int SOFTWARE = 70;

  /** The output file cannot be made (EX_CANTCREAT). */
  public static final int CANT_CREATE = 73;

  /** The output cannot be written to its end (EX_IOERR). */
  public static final int CANT_WRITE = 74;

  /** The environment is not a configuration (EX_CONFIG). */
  public static final int CONFIG = 78;

  /** A line of a help text. */
  public static final String OF_USAGE = USAGE + ":The command line cannot be understood.";

  public static final String OF_UNAVAILABLE =
      UNAVAILABLE + ":The database cannot be opened or used.";
  public static final String OF_SOFTWARE =
      SOFTWARE + ":Something went wrong in Mailbrake; its stack trace was printed.";
  public static final String OF_CONFIG = CONFIG + ":A setting is wrong.";

  /** A line of a help text, of a command that needs the port as well. */
  public static final String OF_UNAVAILABLE_TO_SERVE =
      UNAVAILABLE + ":The database cannot be opened, or the port cannot be had.";

  private ExitCode() {}
}
