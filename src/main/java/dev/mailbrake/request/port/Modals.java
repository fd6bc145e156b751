package dev.mailbrake.request.port;

import dev.mailbrake.request.model.Modal;

/** Where forms are opened. */
public interface Modals {
  /** Opens a modal, once, within three seconds of what the person did. */
  Delivery<Delivery.Done> open(Modal form);
}
