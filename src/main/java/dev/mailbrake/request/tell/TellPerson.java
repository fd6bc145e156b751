package dev.mailbrake.request.tell;

import dev.mailbrake.request.model.Listing;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.Next;
import dev.mailbrake.request.port.Overview;
import dev.mailbrake.request.port.Replies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends private answers. Each run tries once. */
public final class TellPerson {
  private static final Logger LOG = LoggerFactory.getLogger(TellPerson.class);

  private final Replies replies;
  private final Ledger ledger;

  public TellPerson(Replies replies, Ledger ledger) {
    this.replies = replies;
    this.ledger = ledger;
  }

  public Next send(PrivateMessage message, int tries) {
    return replies
        .send(message)
        .orRetry(
            tries,
            why -> LOG.warn("cannot send {} a private message: {}", message.to().who().id(), why));
  }

  public Next list(Listing listing, int tries) {
    Overview overview = ledger.read(tx -> Overview.read(tx.lists(), listing.page()));
    return replies
        .list(listing, overview)
        .orRetry(
            tries,
            why -> LOG.warn("cannot show {} the overview: {}", listing.to().who().id(), why));
  }
}
