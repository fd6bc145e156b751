package dev.mailbrake.metrics;

import dev.mailbrake.request.AuditEntry;
import dev.mailbrake.request.AuditEvent;
import dev.mailbrake.request.ChangeRequest;
import dev.mailbrake.request.Ledger.Requests;
import dev.mailbrake.request.RequestId;
import java.util.Optional;

/**
 * A new row of the audit trail.
 *
 * @param ended the request whose outcome it is, after the step
 */
record Happening(AuditEntry entry, Optional<ChangeRequest> ended) {

  static Happening of(AuditEntry entry, Requests requests) {
    return new Happening(
        entry,
        entry.event() == AuditEvent.OUTCOME
            ? requests.find(new RequestId(entry.subject().requestId()))
            : Optional.empty());
  }
}
