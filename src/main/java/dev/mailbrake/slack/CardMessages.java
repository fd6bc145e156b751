package dev.mailbrake.slack;

import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.methods.request.chat.ChatPostMessageRequest.ChatPostMessageRequestBuilder;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import dev.mailbrake.request.model.Card;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.ThreadPost;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.request.port.Delivery.Done;
import dev.mailbrake.request.port.Replies.Shown;
import dev.mailbrake.slack.blocks.CardBlocks;
import dev.mailbrake.slack.blocks.ThreadBlocks;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts cards, edits them in place, and replaces those that it cannot edit. */
final class CardMessages {
  private static final Logger LOG = LoggerFactory.getLogger(CardMessages.class);

  /** Somebody deleted its first message. */
  private static final String NO_THREAD = "thread_not_found";

  private final SlackCalls calls;
  private final ResponseUrl responseUrl;
  private final CardBlocks cards;
  private final Clock clock;

  CardMessages(SlackCalls calls, ResponseUrl responseUrl, CardBlocks cards, Clock clock) {
    this.calls = calls;
    this.responseUrl = responseUrl;
    this.cards = cards;
    this.clock = clock;
  }

  Delivery<Shown> show(Card card, List<ChangeRequest> rows) {
    return switch (card.place().kind()) {
      case NOWHERE -> post(card, rows);
      case IN_CHANNEL -> update(card, rows);
      // A command's URL cannot replace the message it posted, so the news is a new message.
      case BY_REPLY_URL -> byUrl(card, rows, false);
      case REPLACEABLE -> byUrl(card, rows, true);
    };
  }

  /** Leaves out the buttons of what waits; they come once the record has the message's place. */
  private Delivery<Shown> post(Card card, List<ChangeRequest> rows) {
    boolean whole = rows.stream().noneMatch(row -> row.state().isWaiting());
    CardBlocks shape = whole ? cards : cards.announcing();
    String text = shape.fallback(rows);
    return shape
        .renderings(rows)
        .send(
            blocks ->
                calls
                    .post(message -> place(message, card).text(text).blocks(blocks))
                    .map(posted -> new Shown(card.place().inChannel(posted.getTs()), whole))
                    .otherwise(why -> otherwise(card, rows, why)));
  }

  private static ChatPostMessageRequestBuilder place(
      ChatPostMessageRequestBuilder message, Card card) {
    String thread = card.topic().thread();
    message.channel(card.channel());
    return thread.isEmpty() ? message : message.threadTs(thread);
  }

  /** The bot may not post there, mostly because it is not in the channel. */
  private Delivery<Shown> otherwise(
      Card card, List<ChangeRequest> rows, Delivery.Impossible<Shown> why) {
    if (why.error().equals(NO_THREAD) && !card.topic().thread().isEmpty()) {
      return post(card.outsideThreads(), rows);
    }
    return !SlackRefusal.isOfContent(why) && card.place().replyUrl().isUsable(clock.instant())
        ? byUrl(card, rows, false)
        : why;
  }

  private Delivery<Shown> update(Card card, List<ChangeRequest> rows) {
    ChatUpdateRequest.ChatUpdateRequestBuilder message =
        ChatUpdateRequest.builder()
            .channel(card.channel())
            .ts(card.place().message())
            .text(cards.fallback(rows));
    return cards
        .renderings(rows)
        .send(
            blocks ->
                calls.attempt(
                    "chat.update", methods -> methods.chatUpdate(message.blocks(blocks).build())))
        .map(updated -> new Shown(card.place()))
        .otherwise(why -> SlackRefusal.isOfContent(why) ? why : replace(card, rows));
  }

  /** For a message that was deleted or is too old to edit. */
  private Delivery<Shown> replace(Card card, List<ChangeRequest> rows) {
    Delivery<Shown> posted = post(card, rows);
    if (posted.isDone()) {
      delete(card);
    }
    return posted;
  }

  /** One that still exists would keep its buttons; if this fails, they are refused as too late. */
  private void delete(Card card) {
    String old = card.place().message();
    Delivery<Done> deleted =
        calls
            .attempt(
                "chat.delete",
                methods -> methods.chatDelete(message -> message.channel(card.channel()).ts(old)))
            .map(gone -> new Done());
    LOG.info(
        "card {} has a new message because {} could not be edited; deleting the old one: {}",
        card.id(),
        old,
        deleted);
  }

  private Delivery<Shown> byUrl(Card card, List<ChangeRequest> rows, boolean replace) {
    if (!card.place().replyUrl().isUsable(clock.instant())) {
      return new Delivery.Impossible<>(
          "the bot is not in the channel and the response_url is used up");
    }
    String thread = card.topic().thread();
    ActionResponse.ActionResponseBuilder message =
        ActionResponse.builder()
            .responseType("in_channel")
            .replaceOriginal(replace)
            .threadTs(replace || thread.isEmpty() ? null : thread)
            .text(cards.fallback(rows));
    return cards
        .renderings(rows)
        .send(blocks -> responseUrl.send(card.place().replyUrl(), message.blocks(blocks).build()))
        .map(posted -> new Shown(card.place().byReplyUrl()));
  }

  Delivery<Done> reply(Card card, ThreadPost post) {
    return calls
        .post(
            message ->
                message
                    .channel(card.channel())
                    .threadTs(card.thread().orElseThrow())
                    .replyBroadcast(post.rings())
                    .text(ThreadBlocks.fallback(post))
                    .blocks(ThreadBlocks.of(post)))
        .map(posted -> new Done());
  }
}
