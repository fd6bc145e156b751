package dev.mailbrake.request.port;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.request.model.Interaction;

/** Opens modals in Slack. */
public interface Modals {
  /** Opens a modal, once, within three seconds of what the person did. */
  Delivery<Delivery.Done> open(Modal modal);

  /**
   * A modal to request a change.
   *
   * @param address of the mailbox, for the person to edit; possibly empty
   * @param channel the id of the channel where the card will be
   * @param by what the person did to see it
   */
  public record Modal(Action action, String address, String channel, Interaction by) {}
}
