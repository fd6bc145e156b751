package dev.mailbrake.request;

import java.util.List;

/**
 * How people are told. Every call may be repeated: a card shows the record as it is, and showing it
 * twice shows the same.
 */
public interface Replies {

  /**
   * Posts the card, or edits its message in place.
   *
   * @param rows the card's requests in their order, at least one
   */
  Delivery show(Card card, List<ChangeRequest> rows);

  /** Tells one person; the place in the answer has no meaning. */
  Delivery send(PrivateMessage message);
}
