package dev.mailbrake.sandbox.slack.socket;

import dev.mailbrake.sandbox.slack.StateLock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Socket Mode as a test sees it: who is connected, what went wrong, and Slack's part in it. */
public final class SocketMode {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final StateLock turn;
  private final BotSockets connections;
  private final SocketAcks acks;
  private volatile boolean enabled = true;

  public SocketMode(StateLock turn, BotSockets connections, SocketAcks acks) {
    this.turn = turn;
    this.connections = connections;
    this.acks = acks;
  }

  /** How many connections are open that were not told to leave. */
  public int connections() {
    return connections.count();
  }

  /** How many connections were ever opened. */
  public int opened() {
    return connections.opened();
  }

  /** What the bot sent and should not have, oldest first. */
  public List<String> errors() {
    return acks.errors();
  }

  /** Returns when exactly so many connections are open, now or within twenty seconds. */
  public void awaitConnections(int wanted) {
    awaitTrue(() -> connections() == wanted);
  }

  /** Returns when so many connections or more were ever opened, now or within twenty seconds. */
  public void awaitOpened(int wanted) {
    awaitTrue(() -> opened() >= wanted);
  }

  /**
   * Tells every open connection to leave, for a reason of Slack's. After {@code warning} it stays;
   * after {@code refresh_requested} it is closed a moment after another was opened, and anyway
   * within ten seconds; after {@code link_disabled} it is closed at once, as somebody has switched
   * Socket Mode off, and none can be opened until {@link #enable}.
   */
  public void disconnect(String reason) {
    switch (reason) {
      case "warning" -> connections.warn();
      case "refresh_requested" -> connections.refresh();
      case "link_disabled" -> disable();
      default -> throw new IllegalArgumentException("Slack knows no such reason: " + reason);
    }
  }

  public void enable() {
    enabled = true;
  }

  /** Drops every connection, with no word and no close frame. */
  public void cut() {
    connections.cut();
  }

  /**
   * Makes every connection of now a dead line that looks alive: nothing goes through it in either
   * direction, no pong either. It keeps its turn, as Slack does not know.
   */
  public void freeze() {
    connections.all().forEach(BotSocket::freeze);
  }

  /** Lets the frozen connections read on. */
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
        turn.await(
            () -> wanted.getAsBoolean() ? Optional.of(true) : Optional.empty(),
            PATIENCE,
            this::toString);
  }
}
