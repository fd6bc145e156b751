package dev.mailbrake.audit;

import java.time.LocalDate;

/** The last row, by number, and the last head hash, by UTC day, posted to an audit channel. */
public record AuditPosition(String channel, long seq, LocalDate day) {}
