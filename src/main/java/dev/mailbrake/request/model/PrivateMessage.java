package dev.mailbrake.request.model;

import java.util.List;

/**
 * A message that only one person sees.
 *
 * @param text plain text, lines separated by line feeds
 * @param see cards to point the person to, possibly none
 */
public record PrivateMessage(Recipient to, String text, List<Pointer> see) {
  public PrivateMessage {
    see = List.copyOf(see);
  }

  public static PrivateMessage to(Recipient to, String text) {
    return new PrivateMessage(to, text, List.of());
  }

  /** A card to look at, by the ids of its channel and message. */
  public record Pointer(String channel, String message) {}
}
