package dev.mailbrake.mailbox;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address of at most 254 characters, kept in lower case and with its domain in ASCII (as
 * Punycode where needed), so two spellings are equal.
 */
public record MailAddress(String value) implements Comparable<MailAddress> {
  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL_PART = 64;
  private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern PATTERN =
      Pattern.compile(
          ATOM + "(?:\\." + ATOM + ")*@(?:" + LABEL + "\\.)+" + LABEL, Pattern.CASE_INSENSITIVE);

  /** Throws if the text is not an address; use {@link #parse} for user input. */
  public MailAddress {
    String ascii = withAsciiDomain(value);
    if (!isAddress(ascii)) {
      throw new IllegalArgumentException("not a mail address: " + value);
    }
    value = ascii.toLowerCase(Locale.ROOT);
  }

  /** Empty unless the text is exactly one address. */
  public static Optional<MailAddress> parse(String text) {
    return isAddress(withAsciiDomain(text)) ? Optional.of(new MailAddress(text)) : Optional.empty();
  }

  /** Drops the {@code +tag} of the local part: mail to either address reaches the same mailbox. */
  public MailAddress withoutTag() {
    int at = value.indexOf('@');
    int tag = value.indexOf('+');
    return tag < 0 || tag > at
        ? this
        : parse(value.substring(0, tag) + value.substring(at)).orElse(this);
  }

  /** The text itself if its domain cannot be converted. */
  private static String withAsciiDomain(String text) {
    int at = text.indexOf('@');
    String domain = text.substring(at + 1);
    if (at < 0 || text.length() > LONGEST || domain.chars().allMatch(letter -> letter < 0x80)) {
      return text;
    }
    try {
      return text.substring(0, at + 1) + IDN.toASCII(domain);
    } catch (IllegalArgumentException notADomain) {
      return text;
    }
  }

  private static boolean isAddress(String text) {
    return text.length() <= LONGEST
        && text.indexOf('@') <= LONGEST_LOCAL_PART
        && PATTERN.matcher(text).matches();
  }

  @Override
  public int compareTo(MailAddress other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
