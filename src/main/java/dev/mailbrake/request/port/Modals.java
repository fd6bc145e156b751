package dev.mailbrake.request.port;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.request.model.Interaction;

public interface Modals {
  /** Takes no more than three seconds from what the person did, and may not be repeated. */
  Delivery<Delivery.Done> open(Modal modal);

  /**
   * A modal to request a change.
   *
   * @param address what its field begins with; possibly empty
   * @param channel where the card will be
   * @param by what the person did to open it
   */
  public record Modal(Action action, String address, String channel, Interaction by) {}
}
