package dev.mailbrake.request;

/**
 * An entry in its place in the audit trail.
 *
 * @param seq its number, from 1 without gaps
 * @param hash over it and everything before it, 64 hexadecimal digits
 */
public record AuditRow(long seq, AuditEntry entry, String hash) {}
