package dev.mailbrake.slack;

import java.util.Optional;

/**
 * How commands, clicks, modals and events come in.
 *
 * @param events what answers Slack's requests, where Slack posts to an address of ours; the HTTP
 *     server that carries them opens and closes it
 * @param socket the sockets, in Socket Mode
 */
public record EventSource(Optional<SlackEvents> events, Optional<SocketEvents> socket)
    implements AutoCloseable {

  /** Opens the way in, and keeps it open as well as it can; Slack being away is no failure. */
  public void open() {
    socket.ifPresent(SocketEvents::open);
  }

  /** Whether what people do in Slack reaches us now, as far as this process can see. */
  public boolean isOpen() {
    return socket.map(SocketEvents::isOpen).orElse(true);
  }

  /** Lets nothing more in; what was taken is acknowledged first. */
  @Override
  public void close() {
    socket.ifPresent(SocketEvents::close);
  }
}
