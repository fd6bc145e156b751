package dev.mailbrake.request.model;

import java.util.UUID;

/** All that a button carries. Cannot be guessed: 122 random bits. */
public record RequestId(String value) {
  static RequestId random() {
    return new RequestId(UUID.randomUUID().toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
