package dev.mailbrake.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.mailbrake.policy.Approvers;
import dev.mailbrake.request.model.Card;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Listing;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.request.port.Delivery.Done;
import dev.mailbrake.request.port.HomeTab;
import dev.mailbrake.request.port.Overview;
import dev.mailbrake.request.port.Replies;
import dev.mailbrake.slack.blocks.ApproverMentions;
import dev.mailbrake.slack.blocks.CardBlocks;
import dev.mailbrake.slack.blocks.HomeBlocks;
import dev.mailbrake.slack.blocks.OverviewBlocks;
import dev.mailbrake.slack.blocks.PrivateBlocks;
import dev.mailbrake.slack.blocks.Renderings;
import dev.mailbrake.slack.blocks.RowBlocks;
import dev.mailbrake.slack.blocks.SlackText;
import java.time.Clock;
import java.util.List;

/** How people are told in Slack. Each call is a single attempt; retrying is up to the caller. */
public final class SlackReplies implements Replies {
  /** Number, moment and event of a line of the audit log, and more where there is room. */
  private static final int LEAST_LINE = 120;

  private final SlackApi api;
  private final SlackCalls calls;
  private final CardMessages cards;
  private final PrivateAnswers answers;
  private final Shapes shapes;

  public SlackReplies(SlackApi api, SlackCalls calls, Shapes shapes, Clock clock) {
    this.api = api;
    this.calls = calls;
    this.shapes = shapes;
    cards = new CardMessages(api, calls, shapes.cards(), clock);
    answers = new PrivateAnswers(api, calls, clock);
  }

  public record Shapes(
      CardBlocks cards, PrivateBlocks answers, OverviewBlocks overview, HomeBlocks home) {
    public static Shapes of(boolean dryRun, Approvers approvers) {
      RowBlocks rows = new RowBlocks(dryRun, new ApproverMentions(approvers));
      return new Shapes(
          new CardBlocks(rows),
          new PrivateBlocks(dryRun),
          new OverviewBlocks(dryRun),
          new HomeBlocks(rows));
    }
  }

  @Override
  public Delivery<Shown> show(Card card, List<ChangeRequest> rows) {
    return cards.show(card, rows);
  }

  @Override
  public Delivery<Done> advise(Card card, String text) {
    return cards.answer(card, text);
  }

  @Override
  public Delivery<Done> send(PrivateMessage message) {
    return answers.tell(
        message.to(),
        shapes.answers().fallback(message.text()),
        shapes.answers().renderings(message),
        false);
  }

  @Override
  public Delivery<Done> list(Listing listing, Overview overview) {
    return answers.tell(
        listing.to(),
        shapes.overview().fallback(overview),
        shapes.overview().renderings(overview),
        listing.turns());
  }

  @Override
  public Delivery<Done> publish(String userId, HomeTab tab) {
    View view = View.builder().type("home").blocks(shapes.home().blocks(tab)).build();
    return calls
        .attempt(
            "views.publish",
            () -> api.methods().viewsPublish(publish -> publish.userId(userId).view(view)))
        .map(published -> new Done());
  }

  @Override
  public Delivery<Done> tell(String channel, List<String> lines) {
    String text = String.join("\n", lines);
    return new Renderings(longest -> blocks(lines, Math.max(longest, LEAST_LINE)))
        .send(
            blocks ->
                calls.post(
                    message ->
                        message
                            .channel(channel)
                            .text(SlackText.escape(text, SlackText.FALLBACK))
                            .blocks(blocks)))
        .map(posted -> new Done());
  }

  private static List<LayoutBlock> blocks(List<String> lines, int longest) {
    return lines.stream().map(line -> OverviewBlocks.line(SlackText.cut(line, longest))).toList();
  }
}
