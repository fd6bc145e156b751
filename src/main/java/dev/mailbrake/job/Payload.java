package dev.mailbrake.job;

import dev.mailbrake.audit.PersonName;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.request.model.Listing;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.model.PrivateMessage.Pointer;
import dev.mailbrake.request.model.ReplyUrl;
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

  /**
   * A job that shows one person a list.
   *
   * @param page from 1
   * @param turns whether it takes the place of the page before
   */
  record Page(To to, int page, boolean turns, int tries) implements Payload {
    static Page of(Listing listing) {
      return new Page(To.of(listing.to()), listing.page(), listing.turns(), 0);
    }

    Listing listing() {
      return new Listing(to.interaction(), page, turns);
    }

    @Override
    public Page again() {
      return new Page(to, page, turns, tries + 1);
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
      To to = To.of(message.to());
      return new Message(
          to.userId(),
          to.userName(),
          to.channel(),
          to.replyUrl(),
          to.usesLeft(),
          to.expiresAtMillis(),
          message.text(),
          message.see(),
          0);
    }

    PrivateMessage message() {
      To to = new To(userId, userName, channel, replyUrl, usesLeft, expiresAtMillis);
      return new PrivateMessage(to.interaction(), text, see);
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

  /** Whom to answer, and where. */
  record To(
      String userId,
      String userName,
      String channel,
      String replyUrl,
      int usesLeft,
      long expiresAtMillis) {
    static To of(Interaction interaction) {
      ReplyUrl url = interaction.replyUrl();
      return new To(
          interaction.who().id(),
          interaction.who().name(),
          interaction.channel(),
          url.url(),
          url.usesLeft(),
          url.expires().toEpochMilli());
    }

    Interaction interaction() {
      ReplyUrl url = new ReplyUrl(replyUrl, usesLeft, Instant.ofEpochMilli(expiresAtMillis));
      return new Interaction(new PersonName(userId, userName), channel, url);
    }

    /** Says nothing of the url, which must not reach a log. */
    @Override
    public String toString() {
      return "To[" + userId + "]";
    }
  }
}
