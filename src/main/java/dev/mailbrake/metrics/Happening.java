package dev.mailbrake.metrics;

import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.RequestId;
import dev.mailbrake.request.port.Ledger.Requests;
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
