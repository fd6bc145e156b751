package dev.mailbrake.slack.blocks;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.header;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.port.Overview;
import java.util.ArrayList;
import java.util.List;

/** A page of what is blocked and what waits: two blocks a row, and buttons to turn the page. */
public final class OverviewBlocks {
  /** The prefix of the page buttons' action ids; a page number follows, since ids must differ. */
  public static final String PAGE = "show-page";

  private final String prefix;

  public OverviewBlocks(boolean dryRun) {
    prefix = SlackText.prefix(dryRun);
  }

  public Renderings renderings(Overview overview) {
    return new Renderings(longest -> blocks(overview, longest));
  }

  List<LayoutBlock> blocks(Overview overview, int longest) {
    List<LayoutBlock> blocks = new ArrayList<>();
    if (overview.blocked().isEmpty() && overview.waiting().isEmpty()) {
      blocks.add(line("Mailbrake keeps nothing blocked, and nothing waits for a confirmation."));
      return blocks;
    }
    if (!overview.blocked().isEmpty()) {
      blocks.add(title(prefix + "Kept blocked by Mailbrake"));
      overview.blocked().forEach(row -> blocks.addAll(blocked(row, longest)));
    }
    if (!overview.waiting().isEmpty()) {
      blocks.add(title(prefix + "Waiting for a confirmation"));
      overview.waiting().forEach(row -> blocks.addAll(waiting(row, longest)));
    }
    if (overview.pages() > 1) {
      blocks.add(line("Page %d of %d".formatted(overview.page(), overview.pages())));
      blocks.add(turn(overview));
    }
    return blocks;
  }

  public String fallback(Overview overview) {
    return prefix
        + "Blocked: %d, waiting: %d (page %d of %d)"
            .formatted(
                overview.blocked().size(),
                overview.waiting().size(),
                overview.page(),
                overview.pages());
  }

  static LayoutBlock title(String text) {
    return header(block -> block.text(SlackText.plain(text, SlackText.HEADER)));
  }

  public static LayoutBlock line(String text) {
    return line(text, SlackText.SECTION);
  }

  static LayoutBlock line(String text, int longest) {
    return section(block -> block.text(SlackText.plain(text, longest)));
  }

  /** Who blocked the mailbox, why, since when and until when. */
  static List<LayoutBlock> blocked(ChangeRequest row, int longest) {
    String until =
        row.effect().isTemporary()
            ? " · *until " + SlackText.time(row.effect().until()) + "*"
            : " · until somebody allows it";
    return entry(
        row,
        longest,
        "blocked by %s since %s%s%s"
            .formatted(
                SlackText.mentions(row.deciders()),
                SlackText.time(row.effect().since()),
                until,
                row.effect().drifted() ? " · *Zoho says otherwise by now*" : ""));
  }

  private static List<LayoutBlock> waiting(ChangeRequest row, int longest) {
    String what =
        row.isAutomaticUnblock() ? "the end of its block" : row.action().verb() + " outgoing mail";
    return entry(
        row,
        longest,
        "%s, asked by %s %s in <#%s> · until %s"
            .formatted(
                what,
                SlackText.mention(row.origin().by()),
                SlackText.time(row.origin().at()),
                SlackText.escape(row.origin().channel()),
                SlackText.time(row.terms().deadline())));
  }

  private static List<LayoutBlock> entry(ChangeRequest row, int longest, String facts) {
    String why = SlackText.part(row.terms().reason(), longest);
    String reason = why.isEmpty() ? "" : "\nReason: " + why;
    return List.of(
        line(RowBlocks.mailbox(row, longest) + reason), context(List.of(markdownText(facts))));
  }

  private static LayoutBlock turn(Overview overview) {
    List<BlockElement> buttons = new ArrayList<>();
    if (overview.page() > 1) {
      buttons.add(page("Previous page", overview.page() - 1));
    }
    if (overview.page() < overview.pages()) {
      buttons.add(page("Next page", overview.page() + 1));
    }
    return actions(buttons);
  }

  private static BlockElement page(String label, int number) {
    return RowBlocks.button(PAGE + "-" + number, Integer.toString(number), label, null);
  }
}
