package dev.mailbrake.audit;

import java.time.LocalDate;

/**
 * How far the audit log was told in a channel.
 *
 * @param channel the id of the channel
 * @param seq the number of the last row that was told
 * @param day the last day (UTC) whose head hash was told
 */
public record AuditPosition(String channel, long seq, LocalDate day) {}
