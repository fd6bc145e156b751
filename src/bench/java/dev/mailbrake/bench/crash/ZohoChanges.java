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
 * Which request each write at Zoho belongs to. An attempt is on record before its write is sent,
 * and only one request per mailbox is applied at a time, so a write belongs to the last attempt on
 * its mailbox before it.
 */
final class ZohoChanges {
  /** The bot uses the database's clock, the stand-ins the machine's. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMillis(50);

  private final List<ZohoWrite> writes;
  private final Map<String, List<ZohoWrite>> byRequest = new HashMap<>();
  private final List<ZohoWrite> unrequested = new ArrayList<>();

  ZohoChanges(List<ZohoWrite> writes, List<RecordedEvent> audit) {
    this.writes = List.copyOf(writes);
    List<RecordedEvent> attempts = audit.stream().filter(row -> row.is("ATTEMPTED")).toList();
    for (ZohoWrite write : writes) {
      attempts.stream()
          .filter(row -> row.account().equals(write.accountId()) && isBy(row.at(), write.at()))
          .reduce((earlier, later) -> later)
          .ifPresentOrElse(
              row -> byRequest.computeIfAbsent(row.request(), any -> new ArrayList<>()).add(write),
              () -> unrequested.add(write));
    }
  }

  /** Whether {@code one} is no later than {@code other}, which comes from another clock. */
  static boolean isBy(Instant one, Instant other) {
    return !one.isAfter(other.plus(CLOCK_TOLERANCE));
  }

  /** The request's writes that took effect, in order. */
  List<ZohoWrite> of(ChangeRequest request) {
    return byRequest.getOrDefault(request.id().value(), List.of());
  }

  /** Writes made while no request was being applied. */
  List<ZohoWrite> unrequested() {
    return List.copyOf(unrequested);
  }

  /** What Zoho had at that moment; every mailbox of the campaign can send at first. */
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
