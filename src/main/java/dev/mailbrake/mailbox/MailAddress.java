package dev.mailbrake.mailbox;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A mail address, kept in lower case so two spellings are equal; at most 254 characters. */
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
    if (!isAddress(value)) {
      throw new IllegalArgumentException("not a mail address: " + value);
    }
    value = value.toLowerCase(Locale.ROOT);
  }

  /** Empty unless the text is exactly one address. */
  public static Optional<MailAddress> parse(String text) {
    return isAddress(text) ? Optional.of(new MailAddress(text)) : Optional.empty();
  }

  /** Drops the {@code +tag} of the local part: mail to either address reaches the same mailbox. */
  public MailAddress withoutTag() {
    int at = value.indexOf('@');
    int tag = value.indexOf('+');
    return tag < 0 || tag > at
        ? this
        : parse(value.substring(0, tag) + value.substring(at)).orElse(this);
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
