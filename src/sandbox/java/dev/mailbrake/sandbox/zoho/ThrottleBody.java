package dev.mailbrake.sandbox.zoho;

/**
 * The form of the answer while the Mail API is locked. Zoho publishes none, so a client must know
 * all three.
 */
public enum ThrottleBody {
  THROTTLED_429,
  /** HTTP 400 and the body recorded for Zoho Projects. */
  THROTTLED_400,
  THROTTLED_500
}
