package dev.mailbrake.slack;

import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.mailbrake.policy.Approvers;
import dev.mailbrake.request.model.AuditLine;
import dev.mailbrake.request.model.Card;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Listing;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.model.Recipient;
import dev.mailbrake.request.model.ThreadPost;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.request.port.Delivery.Done;
import dev.mailbrake.request.port.HomeTab;
import dev.mailbrake.request.port.Modals;
import dev.mailbrake.request.port.Overview;
import dev.mailbrake.request.port.Replies;
import dev.mailbrake.slack.blocks.ApproverMentions;
import dev.mailbrake.slack.blocks.CardBlocks;
import dev.mailbrake.slack.blocks.HomeBlocks;
import dev.mailbrake.slack.blocks.ModalBlocks;
import dev.mailbrake.slack.blocks.OverviewBlocks;
import dev.mailbrake.slack.blocks.PrivateBlocks;
import dev.mailbrake.slack.blocks.Renderings;
import dev.mailbrake.slack.blocks.RowBlocks;
import dev.mailbrake.slack.blocks.SlackText;
import dev.mailbrake.slack.blocks.ThreadBlocks;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/** What people see in Slack. Each call is a single attempt; retrying is up to the caller. */
public final class SlackReplies implements Replies, Modals {
  /** Number, time and event of a line of the audit log, and more where there is room. */
  private static final int LEAST_LINE = 120;

  /** A command or click that came twice: each trigger opens one modal. */
  private static final String OPEN_ALREADY = "exchanged_trigger_id";

  private final Clock clock;
  private final SlackCalls calls;
  private final ResponseUrl responseUrl;
  private final CardMessages cards;
  private final PrivateBlocks answers;
  private final OverviewBlocks overviews;
  private final HomeBlocks home;

  public SlackReplies(SlackApi api, boolean dryRun, Approvers approvers, Clock clock) {
    RowBlocks rows = new RowBlocks(dryRun, new ApproverMentions(approvers));
    this.clock = clock;
    calls = new SlackCalls(api, clock);
    responseUrl = new ResponseUrl(api);
    cards = new CardMessages(calls, responseUrl, new CardBlocks(rows), clock);
    answers = new PrivateBlocks(dryRun);
    overviews = new OverviewBlocks(dryRun);
    home = new HomeBlocks(rows);
  }

  @Override
  public Delivery<Shown> show(Card card, List<ChangeRequest> rows) {
    return cards.show(card, rows);
  }

  @Override
  public Delivery<Done> reply(Card card, ThreadPost post) {
    return cards.reply(card, post);
  }

  @Override
  public Delivery<Done> tellDirectly(String userId, ThreadPost post) {
    return post(userId, ThreadBlocks.fallback(post), ThreadBlocks.of(post));
  }

  @Override
  public Delivery<Done> send(PrivateMessage message) {
    String fallback = answers.fallback(message.text());
    return answers.renderings(message).send(blocks -> tell(message.to(), fallback, blocks, false));
  }

  @Override
  public Delivery<Done> list(Listing listing, Overview overview) {
    String fallback = overviews.fallback(overview);
    return overviews
        .renderings(overview)
        .send(blocks -> tell(listing.to(), fallback, blocks, listing.turns()));
  }

  /** Tells one person alone: by the URL of their interaction, else ephemerally, else directly. */
  private Delivery<Done> tell(
      Recipient to, String fallback, List<LayoutBlock> blocks, boolean replaces) {
    if (!to.replyUrl().isUsable(clock.instant())) {
      return tell(to, fallback, blocks);
    }
    ActionResponse message =
        ActionResponse.builder()
            .responseType("ephemeral")
            .replaceOriginal(replaces)
            .text(fallback)
            .blocks(blocks)
            .build();
    return responseUrl
        .send(to.replyUrl(), message)
        .otherwise(why -> SlackRefusal.isOfContent(why) ? why : tell(to, fallback, blocks));
  }

  private Delivery<Done> tell(Recipient to, String fallback, List<LayoutBlock> blocks) {
    if (to.channel().isEmpty()) {
      return post(to.who().id(), fallback, blocks);
    }
    return calls
        .attempt(
            "chat.postEphemeral",
            methods ->
                methods.chatPostEphemeral(
                    message ->
                        message
                            .channel(to.channel())
                            .user(to.who().id())
                            .text(fallback)
                            .blocks(blocks)))
        .map(posted -> new Done())
        .otherwise(
            why -> SlackRefusal.isOfContent(why) ? why : post(to.who().id(), fallback, blocks));
  }

  /** Posts to a channel's id, or directly to a user's. */
  private Delivery<Done> post(String channel, String fallback, List<LayoutBlock> blocks) {
    return calls
        .post(message -> message.channel(channel).text(fallback).blocks(blocks))
        .map(posted -> new Done());
  }

  @Override
  public Delivery<Done> tell(String channel, List<AuditLine> lines) {
    String all = lines.stream().map(AuditLine::text).collect(Collectors.joining("\n"));
    String fallback = SlackText.escape(all, SlackText.FALLBACK);
    return new Renderings(longest -> blocks(lines, Math.max(longest, LEAST_LINE)))
        .send(blocks -> post(channel, fallback, blocks));
  }

  private static List<LayoutBlock> blocks(List<AuditLine> lines, int longest) {
    return lines.stream().flatMap(line -> ThreadBlocks.of(line, longest).stream()).toList();
  }

  @Override
  public Delivery<Done> publish(String userId, HomeTab tab) {
    View view = View.builder().type("home").blocks(home.blocks(tab)).build();
    return calls
        .attempt(
            "views.publish",
            methods -> methods.viewsPublish(publish -> publish.userId(userId).view(view)))
        .map(published -> new Done());
  }

  @Override
  public Delivery<Done> open(Modal modal) {
    View view = ModalBlocks.of(modal);
    return calls
        .attempt(
            "views.open",
            methods -> methods.viewsOpen(open -> open.triggerId(modal.by().id()).view(view)))
        .map(opened -> new Done())
        .otherwise(why -> why.error().equals(OPEN_ALREADY) ? Delivery.done() : why);
  }
}
