package dev.mailbrake.request;

import java.time.Instant;

/** The end of a request that nobody decided in time. */
final class Expiry {
  private Expiry() {}

  static boolean isDue(ChangeRequest request, Instant now) {
    return request.state().isWaiting() && !now.isBefore(request.asked().deadline());
  }

  /** Records it, unless somebody decided meanwhile, and owes the card's edit. */
  static void record(Ledger.Entry entry, ChangeRequest request, Instant now) {
    if (!entry.requests().move(request, request.expired())) {
      return;
    }
    entry.audit().append(AuditEntry.of(AuditEvent.EXPIRED, request, PersonName.MAILBRAKE, "", now));
    entry.news(request.card());
  }
}
