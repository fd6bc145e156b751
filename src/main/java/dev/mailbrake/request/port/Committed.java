package dev.mailbrake.request.port;

import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.request.model.ChangeRequest;
import java.util.List;

/**
 * What a transaction has written, for whoever counts or wakes workers after it.
 *
 * @param steps the requests that moved, as they stand after it
 * @param hasJobs whether jobs were scheduled, which may be due now
 */
public record Committed(List<AuditEntry> entries, List<ChangeRequest> steps, boolean hasJobs) {
  public Committed {
    entries = List.copyOf(entries);
    steps = List.copyOf(steps);
  }
}
