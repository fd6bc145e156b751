package dev.mailbrake.job;

import dev.mailbrake.request.Interaction;
import dev.mailbrake.request.PersonName;
import dev.mailbrake.request.PrivateMessage;
import dev.mailbrake.request.PrivateMessage.Pointer;
import dev.mailbrake.request.ReplyUrl;
import java.time.Instant;
import java.util.List;

/** What a job's row holds, as JSON: plain fields, so that a later version can still read them. */
sealed interface Payload {

  /** How often the job asked to run again. */
  int tries();

  /** The same job, asking to run again. */
  Payload again();

  /**
   * A job about one request or card.
   *
   * @param id of the request or card
   */
  record Named(String id, int tries) implements Payload {
    @Override
    public Named again() {
      return new Named(id, tries + 1);
    }
  }

  /** A job that tells one person something. */
  record Message(
      String userId,
      String userName,
      String channel,
      String replyUrl,
      int usesLeft,
      long expiresAtMillis,
      String text,
      List<Pointer> see,
      int tries)
      implements Payload {

    static Message of(PrivateMessage message) {
      Interaction to = message.to();
      return new Message(
          to.who().id(),
          to.who().name(),
          to.channel(),
          to.replyUrl().url(),
          to.replyUrl().usesLeft(),
          to.replyUrl().expires().toEpochMilli(),
          message.text(),
          message.see(),
          0);
    }

    PrivateMessage message() {
      ReplyUrl url = new ReplyUrl(replyUrl, usesLeft, Instant.ofEpochMilli(expiresAtMillis));
      Interaction to = new Interaction(new PersonName(userId, userName), channel, url);
      return new PrivateMessage(to, text, see);
    }

    /** Says nothing of the url, which must not reach a log. */
    @Override
    public String toString() {
      return "Message[to=%s, tries=%d]".formatted(userId, tries);
    }

    @Override
    public Message again() {
      return new Message(
          userId, userName, channel, replyUrl, usesLeft, expiresAtMillis, text, see, tries + 1);
    }
  }
}
