package dev.mailbrake.slack;

import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.model.block.LayoutBlock;
import dev.mailbrake.request.model.Recipient;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.request.port.Delivery.Done;
import dev.mailbrake.slack.blocks.Renderings;
import java.time.Clock;
import java.util.List;

/**
 * What one person alone is told: by the URL that their interaction brought, else as an ephemeral
 * message, else directly.
 */
final class PrivateAnswers {
  private static final String EPHEMERAL = "ephemeral";

  private final SlackApi api;
  private final SlackCalls calls;
  private final ResponseUrl responseUrl;
  private final Clock clock;

  PrivateAnswers(SlackApi api, SlackCalls calls, Clock clock) {
    this.api = api;
    this.calls = calls;
    this.clock = clock;
    responseUrl = new ResponseUrl(api);
  }

  /**
   * Tells a person.
   *
   * @param replaces whether it takes the place of the private message that was clicked
   */
  Delivery<Done> tell(Recipient to, String fallback, Renderings renderings, boolean replaces) {
    return renderings.send(blocks -> tell(to, fallback, blocks, replaces));
  }

  private Delivery<Done> tell(
      Recipient to, String fallback, List<LayoutBlock> blocks, boolean replaces) {
    if (to.replyUrl().isUsable(clock.instant())) {
      Delivery<Done> answer =
          responseUrl.send(
              to.replyUrl(),
              ActionResponse.builder()
                  .responseType(EPHEMERAL)
                  .replaceOriginal(replaces)
                  .text(fallback)
                  .blocks(blocks)
                  .build());
      if (!(answer instanceof Delivery.Impossible<Done> why) || SlackRefusal.isOfContent(why)) {
        return answer;
      }
    }
    return to.channel().isEmpty()
        ? postDirectly(to, fallback, blocks)
        : postEphemeral(to, fallback, blocks);
  }

  private Delivery<Done> postEphemeral(Recipient to, String fallback, List<LayoutBlock> blocks) {
    return calls
        .attempt(
            "chat.postEphemeral",
            () ->
                api.methods()
                    .chatPostEphemeral(
                        message ->
                            message
                                .channel(to.channel())
                                .user(to.who().id())
                                .text(fallback)
                                .blocks(blocks)))
        .map(posted -> new Done())
        .otherwise(why -> SlackRefusal.isOfContent(why) ? why : postDirectly(to, fallback, blocks));
  }

  /** The last resort: a user's id in place of a channel's opens the direct message. */
  private Delivery<Done> postDirectly(Recipient to, String fallback, List<LayoutBlock> blocks) {
    return calls
        .post(message -> message.channel(to.who().id()).text(fallback).blocks(blocks))
        .map(posted -> new Done());
  }
}
