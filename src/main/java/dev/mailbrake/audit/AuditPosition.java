package dev.mailbrake.audit;

import java.time.LocalDate;

/**
 * How far an audit channel was told the audit log.
 *
 * @param channel its id
 * @param seq the number of the last row told
 * @param day the last day (UTC) whose head hash was told
 */
public record AuditPosition(String channel, long seq, LocalDate day) {}
