package dev.mailbrake.request.model;

import java.util.UUID;

/** The opaque id of a request: all that a button carries. */
public record RequestId(String value) {
  /** Nobody can guess it: 122 random bits. */
  static RequestId random() {
    return new RequestId(UUID.randomUUID().toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
