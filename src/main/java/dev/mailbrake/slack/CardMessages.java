package dev.mailbrake.slack;

import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.model.block.LayoutBlock;
import dev.mailbrake.request.model.Card;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.request.port.Delivery.Done;
import dev.mailbrake.request.port.Replies.Shown;
import dev.mailbrake.slack.blocks.CardBlocks;
import dev.mailbrake.slack.blocks.OverviewBlocks;
import dev.mailbrake.slack.blocks.SlackText;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cards in Slack: posted, edited in place, replaced where that cannot be. */
final class CardMessages {
  private static final Logger LOG = LoggerFactory.getLogger(CardMessages.class);
  private static final String IN_CHANNEL = "in_channel";

  private final SlackApi api;
  private final SlackCalls calls;
  private final ResponseUrl responseUrl;
  private final CardBlocks cards;
  private final Clock clock;

  CardMessages(SlackApi api, SlackCalls calls, CardBlocks cards, Clock clock) {
    this.api = api;
    this.calls = calls;
    this.cards = cards;
    this.clock = clock;
    responseUrl = new ResponseUrl(api);
  }

  Delivery<Shown> show(Card card, List<ChangeRequest> rows) {
    return switch (card.place().kind()) {
      case NOWHERE -> post(card, rows);
      case IN_CHANNEL -> update(card, rows);
      // A command's own URL cannot replace what it posted, so the news follows as a new message.
      case BY_REPLY_URL -> byUrl(card, rows, false);
      case REPLACEABLE -> byUrl(card, rows, true);
    };
  }

  /**
   * Where a decision is waited for, the buttons come only once it is known where the message is.
   */
  private Delivery<Shown> post(Card card, List<ChangeRequest> rows) {
    boolean whole = rows.stream().noneMatch(row -> row.state().isWaiting());
    CardBlocks shape = whole ? cards : cards.announcing();
    return shape
        .renderings(rows)
        .send(
            blocks ->
                calls
                    .post(
                        message ->
                            message
                                .channel(card.channel())
                                .text(shape.fallback(rows))
                                .blocks(blocks))
                    .map(posted -> new Shown(card.place().inChannel(posted.getTs()), whole))
                    .otherwise(why -> otherwise(card, rows, why)));
  }

  /** The bot may not post there, mostly because it is not in the channel. */
  private Delivery<Shown> otherwise(
      Card card, List<ChangeRequest> rows, Delivery.Impossible<Shown> why) {
    return !SlackRefusal.isOfContent(why) && card.place().replyUrl().isUsable(clock.instant())
        ? byUrl(card, rows, false)
        : why;
  }

  private Delivery<Shown> update(Card card, List<ChangeRequest> rows) {
    return cards.renderings(rows).send(blocks -> update(card, rows, blocks));
  }

  private Delivery<Shown> update(Card card, List<ChangeRequest> rows, List<LayoutBlock> blocks) {
    return calls
        .attempt(
            "chat.update",
            () ->
                api.methods()
                    .chatUpdate(
                        message ->
                            message
                                .channel(card.channel())
                                .ts(card.place().message())
                                .text(cards.fallback(rows))
                                .blocks(blocks)))
        .map(updated -> new Shown(card.place()))
        .otherwise(why -> SlackRefusal.isOfContent(why) ? why : replace(card, rows));
  }

  /**
   * Deleted, or too old to edit: the truth is told in a new message. One that is still there would
   * keep its buttons, so it is deleted; if that fails, its buttons are refused like any late click.
   */
  private Delivery<Shown> replace(Card card, List<ChangeRequest> rows) {
    Delivery<Shown> posted = post(card, rows);
    if (posted.isDone()) {
      delete(card);
    }
    return posted;
  }

  private void delete(Card card) {
    Delivery<Done> deleted =
        calls
            .attempt(
                "chat.delete",
                () ->
                    api.methods()
                        .chatDelete(
                            message -> message.channel(card.channel()).ts(card.place().message())))
            .map(gone -> new Done());
    LOG.info(
        "card {} has a new message, since {} could not be edited; deleting that one: {}",
        card.id(),
        card.place().message(),
        deleted);
  }

  private Delivery<Shown> byUrl(Card card, List<ChangeRequest> rows, boolean replace) {
    if (!card.place().replyUrl().isUsable(clock.instant())) {
      return new Delivery.Impossible<>(
          "the bot is not in the channel and the response_url is used up");
    }
    return cards
        .renderings(rows)
        .send(
            blocks ->
                responseUrl
                    .send(
                        card.place().replyUrl(),
                        ActionResponse.builder()
                            .responseType(IN_CHANNEL)
                            .replaceOriginal(replace)
                            .text(cards.fallback(rows))
                            .blocks(blocks)
                            .build())
                    .map(posted -> new Shown(card.place().byReplyUrl())));
  }

  /** Writes into the thread of the card's message. */
  Delivery<Done> answer(Card card, String text) {
    return calls
        .post(
            message ->
                message
                    .channel(card.channel())
                    .threadTs(card.place().message())
                    .text(SlackText.escape(text, SlackText.FALLBACK))
                    .blocks(List.of(OverviewBlocks.line(text))))
        .map(posted -> new Done());
  }
}
