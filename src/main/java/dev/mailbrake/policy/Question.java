package dev.mailbrake.policy;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.Mailbox;
import java.time.Instant;
import java.util.Optional;

/**
 * "May this person do this, here and now?", with every fact that the answer depends on.
 *
 * @param channel the id of the channel they are in; empty on the home tab
 * @param target empty until Zoho has described the mailbox
 */
public record Question(
    Person person,
    Approvers.ApproverStatus approverStatus,
    String channel,
    String reason,
    Instant now,
    Instant deadline,
    Optional<Target> target) {

  /**
   * What a change would do to a mailbox.
   *
   * @param blockedLastHour how many other mailboxes were blocked within the last hour
   * @param unblocks whether a blocked mailbox will be able to send: at once, or because a permanent
   *     block becomes temporary
   */
  public record Target(Action action, Mailbox mailbox, int blockedLastHour, boolean unblocks) {}
}
