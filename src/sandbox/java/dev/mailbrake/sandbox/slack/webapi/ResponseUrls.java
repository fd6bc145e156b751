package dev.mailbrake.sandbox.slack.webapi;

import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.protocol.SlackError;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The response URLs handed out: each works five times within thirty minutes. */
public final class ResponseUrls {

  private static final int USES = 5;
  private static final Duration LIFE = Duration.ofMinutes(30);

  private final URI base;
  private final Clock clock;
  private final Map<String, Ticket> byPath = new HashMap<>();

  public ResponseUrls(URI base, Clock clock) {
    this.base = base;
    this.clock = clock;
  }

  /**
   * The URL of a shortcut or of a channel chosen in a modal: it has no message of ours to change.
   */
  public URI forApp(String user, String channel) {
    return issue("app", new Ticket(user, channel, "", clock.instant(), 0));
  }

  /** The URL of a slash command, which has no source message. */
  public URI forCommand(String user, String channel) {
    return issue("commands", new Ticket(user, channel, "", clock.instant(), 0));
  }

  /** The URL of a click on the message {@code sourceTs}. */
  public URI forClick(String user, String channel, String sourceTs) {
    return issue("actions", new Ticket(user, channel, sourceTs, clock.instant(), 0));
  }

  private synchronized URI issue(String kind, Ticket ticket) {
    String path = "/" + kind + "/" + FakeSlack.TEAM + "/" + (1000 + byPath.size()) + "/sandbox";
    byPath.put(path, ticket);
    return base.resolve(path);
  }

  /**
   * What the URL may still do; using it up is a separate step, since a refused post costs nothing.
   */
  synchronized Ticket find(String path) {
    Ticket ticket = byPath.get(path);
    if (ticket == null || ticket.issued().plus(LIFE).isBefore(clock.instant())) {
      throw new SlackError("expired_url");
    }
    if (ticket.uses() >= USES) {
      throw new SlackError("used_url");
    }
    return ticket;
  }

  synchronized void use(String path) {
    byPath.computeIfPresent(path, (same, ticket) -> ticket.usedOnceMore());
  }

  /**
   * The rights of one response URL.
   *
   * @param sourceTs the message that was clicked, empty if there is none
   */
  record Ticket(String user, String channel, String sourceTs, Instant issued, int uses) {

    private Ticket usedOnceMore() {
      return new Ticket(user, channel, sourceTs, issued, uses + 1);
    }
  }
}
