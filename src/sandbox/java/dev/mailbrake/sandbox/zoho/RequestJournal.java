package dev.mailbrake.sandbox.zoho;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Every request that Zoho received, and the writes that took effect. Guarded by the lock of {@link
 * FakeZoho}.
 */
final class RequestJournal {

  private final Clock clock;
  private final List<ZohoRequest> requests = new ArrayList<>();
  private final List<ZohoWrite> writes = new ArrayList<>();

  RequestJournal(Clock clock) {
    this.clock = clock;
  }

  void add(ZohoCall call, ZohoAnswer answer) {
    requests.add(
        new ZohoRequest(
            clock.instant(),
            call.method(),
            call.shownPath(),
            call.shownBody(),
            answer.seenStatus()));
    ZohoWrite write = answer.write();
    if (write != null) {
      writes.add(write);
    }
  }

  List<ZohoRequest> requests() {
    return List.copyOf(requests);
  }

  List<ZohoWrite> writes() {
    return List.copyOf(writes);
  }
}
