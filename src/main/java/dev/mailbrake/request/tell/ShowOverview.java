package dev.mailbrake.request.tell;

import dev.mailbrake.request.model.Listing;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.Next;
import dev.mailbrake.request.port.Overview;
import dev.mailbrake.request.port.Replies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows one person what is blocked and what waits, as it is when it is shown. */
public final class ShowOverview {
  private static final Logger LOG = LoggerFactory.getLogger(ShowOverview.class);

  private final Replies replies;
  private final Ledger ledger;

  public ShowOverview(Replies replies, Ledger ledger) {
    this.replies = replies;
    this.ledger = ledger;
  }

  /**
   * Tries once.
   *
   * @param tries how often it asked to run again
   */
  public Next run(Listing listing, int tries) {
    Overview overview = ledger.read(tx -> Overview.read(tx.lists(), listing.page()));
    return replies
        .list(listing, overview)
        .orLater(
            tries, why -> LOG.warn("{} was not shown the list: {}", listing.to().who().id(), why));
  }
}
