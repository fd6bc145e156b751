package dev.mailbrake.policy;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.MailAddress;
import java.util.Set;

/**
 * When a change needs a second approval, besides the cases where it always does.
 *
 * @param protectedMailboxes addresses, primary ones or aliases
 * @param hourlyBlocks how many mailboxes may be blocked within an hour before it does
 * @param always the actions that do whatever the mailbox
 */
public record SecondApproval(
    Set<MailAddress> protectedMailboxes, int hourlyBlocks, Set<Action> always) {

  /**
   * @throws IllegalArgumentException if the number of blocks is negative
   */
  public SecondApproval {
    protectedMailboxes = Set.copyOf(protectedMailboxes);
    always = Set.copyOf(always);
    if (hourlyBlocks < 0) {
      throw new IllegalArgumentException("fewer than no blocks in an hour");
    }
  }
}
