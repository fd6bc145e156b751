package dev.mailbrake.request.port;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.request.model.Interaction;

public interface Modals {
  /** Must be called once, within three seconds of the interaction. */
  Delivery<Delivery.Done> open(Modal modal);

  /** A modal to request a change; {@code address} may be empty, {@code channel} is the card's. */
  public record Modal(Action action, String address, String channel, Interaction by) {}
}
