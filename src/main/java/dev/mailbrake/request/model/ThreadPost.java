package dev.mailbrake.request.model;

import dev.mailbrake.request.model.PrivateMessage.Pointer;
import java.time.Instant;
import java.util.List;

/**
 * What is said in a card's thread, or to one person directly: in parts, so no address and nothing
 * that Zoho said can become markup.
 *
 * @param rings whether the channel shows it too, because somebody must see it
 */
public record ThreadPost(List<Part> parts, boolean rings) {
  public ThreadPost {
    parts = List.copyOf(parts);
  }

  public sealed interface Part {
    record Text(String text, boolean isBold) implements Part {}

    /** A mention, by the id of a user. */
    record Person(String id) implements Part {}

    /** A mention, by the id of a user group. */
    record Group(String id) implements Part {}

    record Link(String url, String label) implements Part {}

    record CardLink(Pointer card, String label) implements Part {}

    /** A time of day, in the reader's time zone. */
    record Time(Instant at) implements Part {}
  }
}
