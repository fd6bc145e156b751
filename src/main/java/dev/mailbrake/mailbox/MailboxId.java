package dev.mailbrake.mailbox;

import java.util.regex.Pattern;

/**
 * Zoho's numbers of a user and of one account of theirs, whatever its address is today. They stay
 * decimal text: an accountId has 19 digits, and a double would change the last ones.
 */
public record MailboxId(String zuid, String accountId) {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,20}");

  public MailboxId {
    if (!isNumber(zuid) || !isNumber(accountId)) {
      throw new IllegalArgumentException("zuid and accountId must be decimal numbers");
    }
  }

  public static boolean isNumber(String text) {
    return DIGITS.matcher(text).matches();
  }
}
