package dev.mailbrake.policy;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.MailAddress;
import java.util.Set;

/**
 * When a change needs a second approval, apart from the rules that need no setting.
 *
 * @param protectedMailboxes primary addresses or aliases
 * @param hourlyBlocks how many blocks within an hour need no second approval
 * @param always the actions that need one for every mailbox
 */
public record SecondApproval(
    Set<MailAddress> protectedMailboxes, int hourlyBlocks, Set<Action> always) {
  public SecondApproval {
    protectedMailboxes = Set.copyOf(protectedMailboxes);
    always = Set.copyOf(always);
    if (hourlyBlocks < 0) {
      throw new IllegalArgumentException("fewer than no blocks in an hour");
    }
  }
}
