package dev.mailbrake.sandbox.zoho;

/** The kind of a request, as far as a fault can be limited to one. */
public enum RequestKind {
  /** Anything to the accounts server. */
  TOKEN,
  /** A request that changes nothing. */
  READ,
  /** A PUT, whether or not it takes effect. */
  WRITE
}
