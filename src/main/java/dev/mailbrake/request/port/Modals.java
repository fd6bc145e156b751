package dev.mailbrake.request.port;

import dev.mailbrake.request.model.Modal;

/** Opens modals in Slack. */
public interface Modals {
  /** Opens a modal, once, within three seconds of what the person did. */
  Delivery<Delivery.Done> open(Modal modal);
}
