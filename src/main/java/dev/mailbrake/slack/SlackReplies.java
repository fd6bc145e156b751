package dev.mailbrake.slack;

import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.block.LayoutBlock;
import dev.mailbrake.request.Card;
import dev.mailbrake.request.CardPlace;
import dev.mailbrake.request.ChangeRequest;
import dev.mailbrake.request.Delivery;
import dev.mailbrake.request.Interaction;
import dev.mailbrake.request.PrivateMessage;
import dev.mailbrake.request.Replies;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cards and private answers in Slack. One call is one attempt; who calls decides on the next. */
final class SlackReplies implements Replies {
  private static final Logger LOG = LoggerFactory.getLogger(SlackReplies.class);

  private static final String POST = "chat.postMessage";
  private static final String IN_CHANNEL = "in_channel";
  private static final String EPHEMERAL = "ephemeral";

  private final SlackApi api;
  private final ResponseUrl responseUrl;
  private final MethodPauses pauses;
  private final CardBlocks cards;
  private final PrivateBlocks answers;
  private final Clock clock;

  SlackReplies(SlackApi api, CardBlocks cards, PrivateBlocks answers, Clock clock) {
    this.api = api;
    this.cards = cards;
    this.answers = answers;
    this.clock = clock;
    responseUrl = new ResponseUrl(api.slack());
    pauses = new MethodPauses(clock);
  }

  @Override
  public Delivery show(Card card, List<ChangeRequest> rows) {
    return switch (card.place().kind()) {
      case NOWHERE -> post(card, rows);
      case IN_CHANNEL -> update(card, rows);
      // A command's own url cannot replace what it posted, so the news follows as a new message.
      case BY_REPLY_URL -> byUrl(card, rows, false);
      case REPLACEABLE -> byUrl(card, rows, true);
    };
  }

  /**
   * Where a decision is waited for, the buttons come only once it is known where the message is.
   */
  private Delivery post(Card card, List<ChangeRequest> rows) {
    boolean whole = rows.stream().noneMatch(row -> row.state().isWaiting());
    CardBlocks shape = whole ? cards : cards.announcing();
    return attempt(
        POST,
        () ->
            api.methods()
                .chatPostMessage(
                    message ->
                        message
                            .channel(card.channel())
                            .text(shape.fallback(rows))
                            .blocks(shape.blocks(rows))
                            .unfurlLinks(false)
                            .unfurlMedia(false)),
        response -> new Delivery.Delivered(card.place().inChannel(response.getTs()), whole),
        why -> otherwise(card, rows, why));
  }

  /** The bot may not post there, mostly because it is not in the channel. */
  private Delivery otherwise(Card card, List<ChangeRequest> rows, Delivery.Impossible why) {
    return card.place().replyUrl().isUsable(clock.instant()) ? byUrl(card, rows, false) : why;
  }

  private Delivery update(Card card, List<ChangeRequest> rows) {
    return attempt(
        "chat.update",
        () ->
            api.methods()
                .chatUpdate(
                    message ->
                        message
                            .channel(card.channel())
                            .ts(card.place().message())
                            .text(cards.fallback(rows))
                            .blocks(cards.blocks(rows))),
        response -> new Delivery.Delivered(card.place()),
        why -> replace(card, rows));
  }

  /**
   * Deleted, or too old to edit: the truth is told in a new message. One that is still there would
   * keep its buttons, so it is deleted; if that fails, its buttons are refused like any late click.
   */
  private Delivery replace(Card card, List<ChangeRequest> rows) {
    Delivery posted = post(card, rows);
    if (posted instanceof Delivery.Delivered) {
      delete(card);
    }
    return posted;
  }

  private void delete(Card card) {
    Delivery deleted =
        attempt(
            "chat.delete",
            () ->
                api.methods()
                    .chatDelete(
                        message -> message.channel(card.channel()).ts(card.place().message())),
            response -> new Delivery.Delivered(CardPlace.none()),
            why -> why);
    LOG.info(
        "card {} has a new message, since {} could not be edited; deleting that one: {}",
        card.id(),
        card.place().message(),
        deleted);
  }

  private Delivery byUrl(Card card, List<ChangeRequest> rows, boolean replace) {
    if (!card.place().replyUrl().isUsable(clock.instant())) {
      return new Delivery.Impossible(
          "the bot is not in the channel and the response_url is used up");
    }
    return responseUrl.send(
        card.place(),
        ActionResponse.builder()
            .responseType(IN_CHANNEL)
            .replaceOriginal(replace)
            .text(cards.fallback(rows))
            .blocks(cards.blocks(rows))
            .build());
  }

  @Override
  public Delivery send(PrivateMessage message) {
    Interaction to = message.to();
    List<LayoutBlock> blocks = answers.blocks(message);
    String fallback = answers.fallback(message.text());
    if (to.replyUrl().isUsable(clock.instant())) {
      Delivery answer =
          responseUrl.send(
              to.replyUrl(),
              ActionResponse.builder()
                  .responseType(EPHEMERAL)
                  .replaceOriginal(false)
                  .text(fallback)
                  .blocks(blocks)
                  .build());
      if (!(answer instanceof Delivery.Impossible)) {
        return answer;
      }
    }
    return postEphemeral(to, fallback, blocks);
  }

  private Delivery postEphemeral(Interaction to, String fallback, List<LayoutBlock> blocks) {
    return attempt(
        "chat.postEphemeral",
        () ->
            api.methods()
                .chatPostEphemeral(
                    message ->
                        message
                            .channel(to.channel())
                            .user(to.who().id())
                            .text(fallback)
                            .blocks(blocks)),
        response -> new Delivery.Delivered(CardPlace.none()),
        why -> postDirectly(to, fallback, blocks));
  }

  /** The last resort: a user's id in place of a channel's opens the direct message. */
  private Delivery postDirectly(Interaction to, String fallback, List<LayoutBlock> blocks) {
    return attempt(
        POST,
        () ->
            api.methods()
                .chatPostMessage(
                    message -> message.channel(to.who().id()).text(fallback).blocks(blocks)),
        response -> new Delivery.Delivered(CardPlace.none()),
        why -> why);
  }

  /**
   * One call.
   *
   * @param otherwise what is left to do where the call can never succeed
   */
  private <R extends SlackApiTextResponse> Delivery attempt(
      String method,
      Call<R> call,
      Function<R, Delivery> delivered,
      Function<Delivery.Impossible, Delivery> otherwise) {
    Duration left = pauses.left(method);
    if (left.compareTo(Duration.ZERO) > 0) {
      return new Delivery.Later(Refusal.RATE_LIMITED, left);
    }
    try {
      R response = call.make();
      if (response.isOk()) {
        return delivered.apply(response);
      }
      Delivery refusal = Refusal.of(response);
      return refusal instanceof Delivery.Impossible why ? otherwise.apply(why) : refusal;
    } catch (IOException | SlackApiException | RuntimeException broken) {
      Delivery refusal = Refusal.of(broken);
      if (refusal instanceof Delivery.Later later && !later.pause().isZero()) {
        pauses.begin(method, later.pause());
      }
      return refusal;
    }
  }

  /** One call of the Web API. */
  private interface Call<R> {
    R make() throws IOException, SlackApiException;
  }
}
