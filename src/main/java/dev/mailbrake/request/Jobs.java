package dev.mailbrake.request;

import java.time.Instant;

/**
 * Work that is owed. It is written down in the same transaction as its cause, and done at least
 * once after that, restarts included.
 */
public interface Jobs {

  /** Apply a confirmed request, as soon as possible. */
  void apply(RequestId id);

  /** Let a request expire if it still waits then. */
  void expire(RequestId id, Instant deadline);

  /** Bring a card's message to this revision of the card or a later one. */
  void show(CardId id, long revision);

  /** Tell one person. */
  void send(PrivateMessage message);
}
