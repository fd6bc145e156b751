package dev.mailbrake.request.model;

import java.util.List;

/** Plain text for one person alone, and cards to link to. */
public record PrivateMessage(Recipient to, String text, List<Pointer> see) {
  public PrivateMessage {
    see = List.copyOf(see);
  }

  public static PrivateMessage to(Recipient to, String text) {
    return new PrivateMessage(to, text, List.of());
  }

  /** A card's message, by its id in the channel. */
  public record Pointer(String channel, String message) {}
}
