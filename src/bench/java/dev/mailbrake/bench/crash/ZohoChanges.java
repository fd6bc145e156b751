package dev.mailbrake.bench.crash;

import dev.mailbrake.mailbox.OutgoingStatus;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.sandbox.zoho.ZohoWrite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which request each of the writes at Zoho belongs to. A request's attempt is on record before its
 * write is sent, and of one mailbox only one request at a time is being applied: so a write belongs
 * to the last attempt on its mailbox before it.
 */
final class ZohoChanges {
  /** The bot measures the database's clock, and the stand-ins read the machine's. */
  private static final Duration APART = Duration.ofMillis(50);

  private final List<ZohoWrite> writes;
  private final Map<String, List<ZohoWrite>> byRequest = new HashMap<>();
  private final List<ZohoWrite> unasked = new ArrayList<>();

  ZohoChanges(List<ZohoWrite> writes, List<RecordedEvent> audit) {
    this.writes = List.copyOf(writes);
    List<RecordedEvent> attempts = audit.stream().filter(row -> row.is("ATTEMPTED")).toList();
    for (ZohoWrite write : writes) {
      attempts.stream()
          .filter(row -> row.account().equals(write.accountId()) && isBy(row.at(), write.at()))
          .reduce((earlier, later) -> later)
          .ifPresentOrElse(
              row -> byRequest.computeIfAbsent(row.request(), any -> new ArrayList<>()).add(write),
              () -> unasked.add(write));
    }
  }

  /** Whether one moment is no later than another one of somebody else's clock. */
  static boolean isBy(Instant one, Instant other) {
    return !one.isAfter(other.plus(APART));
  }

  /** The writes of a request that took effect, in their order. */
  List<ZohoWrite> of(ChangeRequest request) {
    return byRequest.getOrDefault(request.id().value(), List.of());
  }

  /** Writes for which no request was being applied. */
  List<ZohoWrite> unasked() {
    return List.copyOf(unasked);
  }

  /** What Zoho had at that moment; every mailbox of the campaign is allowed at first. */
  OutgoingStatus at(String accountId, Instant moment) {
    Optional<ZohoWrite> last =
        writes.stream()
            .filter(write -> write.accountId().equals(accountId) && isBy(write.at(), moment))
            .max(Comparator.comparing(ZohoWrite::at));
    return last.map(ZohoWrite::blocked).orElse(false)
        ? OutgoingStatus.BLOCKED
        : OutgoingStatus.CAN_SEND;
  }
}
