package dev.mailbrake.policy;

import java.time.Instant;

/**
 * "May this person do this, here and now?", with every fact that the answer depends on.
 *
 * @param person who asks or clicks
 * @param approverStatus whether they are an approver
 * @param channel the id of the channel they are in
 * @param reason the reason given, possibly empty
 * @param now the moment of the question
 * @param deadline until when a decision may be made
 * @param target what is to be changed
 */
public record Question(
    Person person,
    ApproverStatus approverStatus,
    String channel,
    String reason,
    Instant now,
    Instant deadline,
    Target target) {}
