package dev.mailbrake.mailbox;

import java.util.regex.Pattern;

/**
 * The pair of numbers by which Zoho knows a mailbox, whatever its address is today.
 *
 * <p>Both stay decimal text: an accountId has 19 digits, and a double would change its last ones.
 *
 * @param zuid the user, decimal digits
 * @param accountId the account of that user, decimal digits
 */
public record MailboxId(String zuid, String accountId) {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,20}");

  /**
   * @throws IllegalArgumentException if either is not made of digits alone
   */
  public MailboxId {
    if (!isNumber(zuid) || !isNumber(accountId)) {
      throw new IllegalArgumentException("zuid and accountId must be decimal numbers");
    }
  }

  /** Whether a text can be one of the two ids. */
  public static boolean isNumber(String text) {
    return DIGITS.matcher(text).matches();
  }
}
