package dev.mailbrake.policy;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.Mailbox;

/**
 * What a change would do to a mailbox.
 *
 * @param mailbox as Zoho described it
 * @param blockedLastHour how many other mailboxes were blocked within the last hour
 * @param unblocks whether a mailbox that cannot send now can send in the end: at once, or because a
 *     block without an end gets one
 */
public record Target(Action action, Mailbox mailbox, int blockedLastHour, boolean unblocks) {}
