package dev.mailbrake.cli;

/** Exit codes, from BSD's sysexits where possible. */
public final class ExitCode {
  public static final int OK = 0;

  /** A check failed. */
  public static final int DAMAGED = 1;

  /** EX_USAGE: the command line is wrong. */
  public static final int USAGE = 64;

  /** EX_UNAVAILABLE: something the program needs is missing, such as the database or the port. */
  public static final int UNAVAILABLE = 69;

  /** EX_SOFTWARE: a bug in Mailbrake. */
  public static final int SOFTWARE = 70;

  /** EX_CANTCREAT: the output file cannot be created. */
  public static final int CANT_CREATE = 73;

  /** EX_IOERR: the output could not be written completely. */
  public static final int CANT_WRITE = 74;

  /** EX_CONFIG: a setting is wrong. */
  public static final int CONFIG = 78;

  // Lines of help texts
  public static final String OF_USAGE = USAGE + ":The command line is wrong.";

  public static final String OF_UNAVAILABLE =
      UNAVAILABLE + ":The database cannot be opened or used.";
  public static final String OF_SOFTWARE =
      SOFTWARE + ":Something went wrong in Mailbrake; its stack trace was printed.";
  public static final String OF_CONFIG = CONFIG + ":A setting is wrong.";

  public static final String OF_UNAVAILABLE_TO_SERVE =
      UNAVAILABLE + ":The database cannot be opened, or the port is in use (set PORT).";

  private ExitCode() {}
}
