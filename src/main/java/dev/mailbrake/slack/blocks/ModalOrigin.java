package dev.mailbrake.slack.blocks;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import dev.mailbrake.request.model.Recipient.ReplyUrl;
import dev.mailbrake.request.port.Modals.Modal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a modal was opened. The modal carries it through Slack as private metadata, because its
 * submission comes without a channel and without a response URL.
 *
 * @param url the response URL; empty if there is none
 */
public record ModalOrigin(String channel, String url, int usesLeft, long expiresAtMillis) {
  private static final int LONGEST = 3_000;
  private static final Gson GSON = new Gson();
  private static final ModalOrigin NOWHERE = new ModalOrigin("", "", 0, 0);

  static ModalOrigin of(Modal modal) {
    ReplyUrl url = modal.by().from().replyUrl();
    return new ModalOrigin(
        modal.channel(), url.url(), url.usesLeft(), url.expires().toEpochMilli());
  }

  /** What a modal brought back: Slack returns what it was given, or nothing. */
  public static ModalOrigin in(@Nullable String text) {
    try {
      ModalOrigin origin = GSON.fromJson(text, ModalOrigin.class);
      return origin == null || origin.channel() == null || origin.url() == null ? NOWHERE : origin;
    } catch (JsonSyntaxException notOurs) {
      return NOWHERE;
    }
  }

  /** Drops the URL if it does not fit: Slack opens no modal whose metadata is too long. */
  String text() {
    String whole = GSON.toJson(this);
    return whole.length() <= LONGEST ? whole : GSON.toJson(new ModalOrigin(channel, "", 0, 0));
  }

  public ReplyUrl replyUrl() {
    return new ReplyUrl(url, usesLeft, Instant.ofEpochMilli(expiresAtMillis));
  }

  /** Leaves out the URL, which must not reach a log. */
  @Override
  public String toString() {
    return "ModalOrigin[channel=" + channel + "]";
  }
}
