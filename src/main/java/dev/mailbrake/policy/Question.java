package dev.mailbrake.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * "May this person do this, here and now?", with every fact that the answer depends on.
 *
 * @param channel the id of the channel they are in; empty on the home tab
 * @param reason as given, possibly empty
 * @param deadline until when a decision may be made
 * @param target empty as long as Zoho was not asked for the mailbox
 */
public record Question(
    Person person,
    Approvers.ApproverStatus approverStatus,
    String channel,
    String reason,
    Instant now,
    Instant deadline,
    Optional<Target> target) {}
