package dev.mailbrake.check;

import java.util.regex.Pattern;

/**
 * What one look at the set-up found.
 *
 * @param subject what was looked at, a few words such as {@code Slack token}
 * @param holds whether it is as it must be
 * @param seen what was seen, one sentence without a full stop; never a secret
 * @param remedy what to do, in whole sentences; empty if it holds
 */
public record Finding(String subject, boolean holds, String seen, String remedy) {
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  /** People name themselves as they like, and what is seen is printed on a terminal. */
  public Finding {
    seen = UNPRINTABLE.matcher(seen).replaceAll(" ");
  }

  public static Finding good(String subject, String seen) {
    return new Finding(subject, true, seen, "");
  }

  public static Finding bad(String subject, String seen, String remedy) {
    return new Finding(subject, false, seen, remedy);
  }

  /** It could not be looked at before something else is fixed. */
  public static Finding blocked(String subject, String by) {
    return bad(subject, "not looked at", "Mend first: " + by + ".");
  }
}
