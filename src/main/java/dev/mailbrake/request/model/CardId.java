package dev.mailbrake.request.model;

import java.util.UUID;

public record CardId(String value) {

  static CardId random() {
    return new CardId(UUID.randomUUID().toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
