package dev.mailbrake.audit;

import java.time.LocalDate;

/**
 * How much of the audit log an audit channel has.
 *
 * @param channel its id
 * @param seq the number of the last row posted
 * @param day the last day (UTC) whose head hash was posted
 */
public record AuditPosition(String channel, long seq, LocalDate day) {}
