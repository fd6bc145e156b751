package dev.mailbrake.sandbox.zoho;

/**
 * The JSON types accepted for a PUT's {@code zuid} and {@code outgoingBlocked}. Zoho documents
 * native types and shows quoted ones; nobody has recorded which it accepts.
 */
public enum AcceptedJsonTypes {
  /** {@code "zuid": "1112233333", "outgoingBlocked": "true"}, as in every official sample. */
  QUOTED,
  /** {@code "zuid": 1112233333, "outgoingBlocked": true}, as in the official table of types. */
  NATIVE,
  BOTH;

  boolean takesQuoted() {
    return this != NATIVE;
  }

  boolean takesNative() {
    return this != QUOTED;
  }
}
