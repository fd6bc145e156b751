package dev.mailbrake.check;

import dev.mailbrake.text.PlainText;

/**
 * What a check found.
 *
 * @param subject a few words, such as {@code Slack token}
 * @param seen a sentence without its period, never a secret
 * @param remedy what to do, in whole sentences; empty if it holds
 */
public record Finding(String subject, boolean holds, String seen, String remedy) {
  /** Cleans what goes to a terminal: people may put anything into their names. */
  public Finding {
    seen = PlainText.visible(seen, "");
  }

  public static Finding good(String subject, String seen) {
    return new Finding(subject, true, seen, "");
  }

  public static Finding bad(String subject, String seen, String remedy) {
    return new Finding(subject, false, seen, remedy);
  }

  /** What cannot be checked until something else is fixed. */
  public static Finding skipped(String subject, String by) {
    return bad(subject, "skipped", "Fix “" + by + "” first.");
  }

  public String line() {
    return holds ? "✓ " + subject + ": " + seen : "✗ " + subject + ": " + seen + ". " + remedy;
  }
}
