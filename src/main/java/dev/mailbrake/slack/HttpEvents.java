package dev.mailbrake.slack;

import java.util.Optional;

/** The way in by Slack's requests, which is open while the HTTP server is. */
final class HttpEvents implements EventSource {
  private final SlackEvents requests;

  HttpEvents(SlackEvents requests) {
    this.requests = requests;
  }

  @Override
  public Optional<SlackEvents> events() {
    return Optional.of(requests);
  }

  @Override
  public void open() {
    // The server that carries the requests opens it.
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {
    // The server that carries the requests closes it.
  }
}
