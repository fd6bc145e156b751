package dev.mailbrake.slack;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import dev.mailbrake.request.Form;
import dev.mailbrake.request.ReplyUrl;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a form was opened from, as it travels with the form through Slack: its submission brings
 * neither a channel nor a url to answer by.
 *
 * @param channel the id of the channel where the card will be
 * @param url the response url; empty if there is none
 * @param usesLeft of the url
 * @param expiresAtMillis when the url expires
 */
record FormOrigin(String channel, String url, int usesLeft, long expiresAtMillis) {
  /** A view's private metadata. */
  private static final int LONGEST = 3_000;

  private static final Gson GSON = new Gson();
  private static final FormOrigin NOWHERE = new FormOrigin("", "", 0, 0);

  static FormOrigin of(Form form) {
    ReplyUrl url = form.by().replyUrl();
    return new FormOrigin(form.channel(), url.url(), url.usesLeft(), url.expires().toEpochMilli());
  }

  /** What a form brought back; Slack gives back what it was given, or nothing. */
  static FormOrigin in(@Nullable String text) {
    try {
      FormOrigin origin = GSON.fromJson(text, FormOrigin.class);
      return origin == null || origin.channel() == null || origin.url() == null ? NOWHERE : origin;
    } catch (JsonSyntaxException notOurs) {
      return NOWHERE;
    }
  }

  /**
   * A form without the url is worth more than none, which is what too long a text would lead to.
   */
  String text() {
    String whole = GSON.toJson(this);
    return whole.length() <= LONGEST ? whole : GSON.toJson(new FormOrigin(channel, "", 0, 0));
  }

  ReplyUrl replyUrl() {
    return new ReplyUrl(url, usesLeft, Instant.ofEpochMilli(expiresAtMillis));
  }

  /** Says nothing of the url, which must not reach a log. */
  @Override
  public String toString() {
    return "FormOrigin[channel=" + channel + "]";
  }
}
