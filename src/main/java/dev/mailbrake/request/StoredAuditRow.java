package dev.mailbrake.request;

import java.time.Instant;

/**
 * A row of the audit trail exactly as it is stored, whether or not it is what was once written.
 *
 * @param seq its number
 * @param event the name of an {@link AuditEvent}, unless somebody changed it
 * @param previousHash what it says is the hash of the row before it
 * @param hash what it says is its own
 */
public record StoredAuditRow(
    long seq,
    Instant at,
    String event,
    PersonName who,
    AuditSubject subject,
    String reason,
    String detail,
    String previousHash,
    String hash) {}
