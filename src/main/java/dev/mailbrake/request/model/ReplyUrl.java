package dev.mailbrake.request.model;

import java.time.Instant;

/**
 * The url that Slack hands out with a command or a click for answering it, without being a member
 * of the channel. It is a key: whoever has it can post.
 *
 * @param url empty where there is none
 * @param usesLeft of five
 * @param expires thirty minutes after the command or click
 */
public record ReplyUrl(String url, int usesLeft, Instant expires) {
  /** No url. */
  public static final ReplyUrl NONE = new ReplyUrl("", 0, Instant.EPOCH);

  /** Whether Slack will still take an answer by it. */
  public boolean isUsable(Instant now) {
    return !url.isEmpty() && usesLeft > 0 && now.isBefore(expires);
  }

  /** The url after one more answer. */
  public ReplyUrl used() {
    return new ReplyUrl(url, usesLeft - 1, expires);
  }

  /** Says nothing of the url, which must not reach a log. */
  @Override
  public String toString() {
    return "ReplyUrl[usesLeft=%d, expires=%s]".formatted(usesLeft, expires);
  }
}
