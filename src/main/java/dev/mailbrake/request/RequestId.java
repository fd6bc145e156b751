package dev.mailbrake.request;

import java.util.UUID;

/** The opaque id of a request: all that a button carries. */
public record RequestId(String value) {
  private static final int SHORT = 8;

  /** An id that nobody can guess: 122 random bits. */
  static RequestId random() {
    return new RequestId(UUID.randomUUID().toString());
  }

  /** The first characters, enough for a person to find the request in log and record. */
  public String shortForm() {
    return value.length() <= SHORT ? value : value.substring(0, SHORT);
  }

  @Override
  public String toString() {
    return value;
  }
}
