package dev.mailbrake.slack;

import java.util.Optional;

/** How commands, clicks, modals and events come in. */
public sealed interface EventSource extends AutoCloseable permits SlackEvents, SocketEvents {

  /** What answers the requests that our HTTP server gets; empty in Socket Mode. */
  default Optional<SlackEvents> events() {
    return Optional.empty();
  }

  /** Connects, and reconnects as often as needed; returns normally even if Slack is down. */
  default void open() {}

  /** Whether interactions reach us now, as far as this process can see. */
  default boolean isOpen() {
    return true;
  }

  /** Takes nothing more, and acknowledges what it took. */
  @Override
  default void close() {}
}
