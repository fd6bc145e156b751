package dev.mailbrake.request.port;

import dev.mailbrake.request.model.CardId;
import dev.mailbrake.request.model.Listing;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.model.RequestId;
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

  /** Show one person what is blocked and what waits. */
  void list(Listing listing);

  /** Announce the end of a timed block at that moment. */
  void remind(RequestId block, Instant when);

  /** Say in a card's thread what a block does not do. */
  void advise(CardId id);

  /** Bring somebody's home tab to this revision of it or a later one. */
  void publish(String userId, long revision);

  /** Keep an eye on what changes without being asked, from now on. */
  void watch(RecurringJob watch);
}
