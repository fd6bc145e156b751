package dev.mailbrake.sandbox.zoho;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What lagging reads still show: for each account, the state before the oldest write within the
 * lag.
 */
final class StaleReads {

  private final Clock clock;
  private final FakeZohoSettings settings;
  private final List<Earlier> earlier = new ArrayList<>();
  private boolean lagging;

  StaleReads(Clock clock, FakeZohoSettings settings) {
    this.clock = clock;
    this.settings = settings;
  }

  /** Sets whether the current request's reads lag. */
  void setLagging(boolean lags) {
    lagging = lags;
  }

  void remember(ZohoWrite write, boolean before) {
    earlier.add(new Earlier(write, before));
  }

  void forget() {
    earlier.clear();
  }

  void forget(ZohoAccount account) {
    earlier.removeIf(one -> one.write().accountId().equals(account.accountId()));
  }

  ZohoAccount seen(ZohoAccount now) {
    if (!lagging) {
      return now;
    }
    return earlier.stream()
        .filter(one -> one.write().accountId().equals(now.accountId()))
        .filter(this::isRecent)
        .findFirst()
        .map(one -> now.outgoingBlocked(one.before()))
        .orElse(now);
  }

  private boolean isRecent(Earlier one) {
    return Duration.between(one.write().at(), clock.instant()).compareTo(settings.lag()) < 0;
  }

  private record Earlier(ZohoWrite write, boolean before) {}
}
