package dev.mailbrake.request;

/** Where forms are opened. */
public interface Forms {
  /**
   * Opens a form, once, within three seconds of what the person did; the place in the answer has no
   * meaning.
   */
  Delivery open(Form form);
}
