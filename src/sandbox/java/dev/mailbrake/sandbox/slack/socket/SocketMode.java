package dev.mailbrake.sandbox.slack.socket;

import dev.mailbrake.sandbox.slack.StateLock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Socket Mode as a test sees it: who is connected, what went wrong, and what Slack does. */
public final class SocketMode {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final StateLock lock;
  private final BotSockets connections;
  private final SocketAcks acks;
  private volatile boolean enabled = true;

  public SocketMode(StateLock lock, BotSockets connections, SocketAcks acks) {
    this.lock = lock;
    this.connections = connections;
    this.acks = acks;
  }

  /** How many open connections were not asked to leave. */
  public int connections() {
    return connections.count();
  }

  public int opened() {
    return connections.opened();
  }

  /** What the bot sent and should not have, oldest first. */
  public List<String> errors() {
    return acks.errors();
  }

  /** Waits up to twenty seconds until exactly this many connections are open. */
  public void awaitConnections(int wanted) {
    awaitTrue(() -> connections() == wanted);
  }

  /** Waits up to twenty seconds until this many connections or more were ever opened. */
  public void awaitOpened(int wanted) {
    awaitTrue(() -> opened() >= wanted);
  }

  /**
   * Asks every open connection to leave, with one of Slack's reasons. After {@code warning} it
   * stays; after {@code refresh_requested} it is closed shortly after another is opened, and in any
   * case within ten seconds; after {@code link_disabled} (somebody switched Socket Mode off) it is
   * closed at once, and none can be opened until {@link #enable}.
   */
  public void disconnect(String reason) {
    switch (reason) {
      case "warning" -> connections.warn();
      case "refresh_requested" -> connections.refresh();
      case "link_disabled" -> disable();
      default -> throw new IllegalArgumentException("Slack has no such reason: " + reason);
    }
  }

  public void enable() {
    enabled = true;
  }

  /** Drops every connection without a message or a close frame. */
  public void cut() {
    connections.cut();
  }

  /**
   * Turns every current connection into a dead one that looks alive: nothing passes in either
   * direction, not even a pong. It keeps its turn, since Slack does not know.
   */
  public void freeze() {
    connections.all().forEach(BotSocket::freeze);
  }

  /** Lets the frozen connections read again. */
  public void thaw() {
    connections.all().forEach(BotSocket::thaw);
  }

  public boolean isEnabled() {
    return enabled;
  }

  @Override
  public String toString() {
    return connections() + " connections of " + opened() + ", errors " + errors();
  }

  private void disable() {
    enabled = false;
    connections.dismiss();
  }

  private void awaitTrue(BooleanSupplier wanted) {
    boolean unused =
        lock.await(
            () -> wanted.getAsBoolean() ? Optional.of(true) : Optional.empty(),
            PATIENCE,
            this::toString);
  }
}
