package dev.mailbrake.sandbox.zoho;

/** The kinds of requests that a fault can be limited to. */
public enum RequestKind {
  /** Anything to the accounts server. */
  TOKEN,
  /** A request that changes nothing. */
  READ,
  /** A PUT, whether or not it takes effect. */
  WRITE
}
