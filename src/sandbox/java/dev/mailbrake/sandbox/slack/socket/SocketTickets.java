package dev.mailbrake.sandbox.slack.socket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The tickets for WebSockets: each is valid once, within a time that Slack does not state. */
public final class SocketTickets {

  private static final Duration LIFE = Duration.ofSeconds(30);

  private final Clock clock;
  private final Map<String, Instant> issued = new HashMap<>();

  public SocketTickets(Clock clock) {
    this.clock = clock;
  }

  public synchronized String issue() {
    String ticket = UUID.randomUUID().toString();
    issued.put(ticket, clock.instant());
    return ticket;
  }

  /** Whether the ticket is valid, which it is only once. */
  synchronized boolean redeem(String ticket) {
    Instant at = issued.remove(ticket);
    return at != null && !at.plus(LIFE).isBefore(clock.instant());
  }
}
