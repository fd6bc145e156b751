package dev.mailbrake.request.port;

import dev.mailbrake.request.model.Modal;

/** Where forms are opened. */
public interface Modals {
  /**
   * Opens a form, once, within three seconds of what the person did; the place in the answer has no
   * meaning.
   */
  Delivery open(Modal form);
}
