package dev.mailbrake.check;

import dev.mailbrake.text.PlainText;

/**
 * What a check found.
 *
 * @param subject a few words, such as {@code Slack token}
 * @param seen a sentence without its period, never a secret
 * @param remedy what to do, in whole sentences; empty if there is nothing to do
 */
public record Finding(String subject, Result result, String seen, String remedy) {

  /** In JSON, by its name in lower case. */
  public enum Result {
    OK("✓"),
    FAILED("✗"),
    /** Skipped, or out of a check's sight. It fails nothing. */
    UNCHECKED("–");

    private final String mark;

    Result(String mark) {
      this.mark = mark;
    }
  }

  /** Cleans what goes to a terminal: people may put anything into their names. */
  public Finding {
    seen = PlainText.visible(seen, "");
  }

  public static Finding good(String subject, String seen) {
    return new Finding(subject, Result.OK, seen, "");
  }

  public static Finding bad(String subject, String seen, String remedy) {
    return new Finding(subject, Result.FAILED, seen, remedy);
  }

  /** What cannot be seen from here; {@code remedy} says how to make sure, if it can be done. */
  public static Finding unchecked(String subject, String seen, String remedy) {
    return new Finding(subject, Result.UNCHECKED, seen, remedy);
  }

  /** What cannot be checked until something else is fixed. */
  public static Finding skipped(String subject, String by) {
    return unchecked(subject, "skipped – fix “" + by + "” first", "");
  }

  public boolean failed() {
    return result == Result.FAILED;
  }

  public String line() {
    return "%s %s: %s".formatted(result.mark, subject, seen)
        + (remedy.isEmpty() ? "" : ". " + remedy);
  }
}
