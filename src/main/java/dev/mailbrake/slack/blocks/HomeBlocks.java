package dev.mailbrake.slack.blocks;

import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.divider;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.LayoutBlock;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.port.HomeTab;
import dev.mailbrake.request.wording.CardWording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A home tab as blocks, at most 100: nine rows of five, nine of three, twenty of one, headings. */
public final class HomeBlocks {
  private static final int REASON = 200;
  private static final int LONGEST = 500;

  private final RowBlocks rows;

  public HomeBlocks(RowBlocks rows) {
    this.rows = rows;
  }

  public List<LayoutBlock> blocks(HomeTab tab) {
    return tab.fold(closed -> List.of(OverviewBlocks.line(closed.sentence())), this::open);
  }

  private List<LayoutBlock> open(HomeTab.Open tab) {
    List<LayoutBlock> blocks = new ArrayList<>();
    part(blocks, "Waiting for a confirmation", tab.waiting(), this::waiting);
    part(blocks, "Kept blocked by Mailbrake", tab.blocked(), HomeBlocks::blocked);
    if (tab.unshown() > 0) {
      blocks.add(
          OverviewBlocks.line(tab.unshown() + " more: type /mail-status in a channel to see all."));
    }
    part(blocks, "Last decisions", tab.decided(), HomeBlocks::decided);
    return blocks;
  }

  private static void part(
      List<LayoutBlock> blocks,
      String title,
      List<ChangeRequest> requests,
      Function<ChangeRequest, List<LayoutBlock>> each) {
    blocks.add(OverviewBlocks.title(title));
    if (requests.isEmpty()) {
      blocks.add(OverviewBlocks.line("Nothing."));
    }
    requests.forEach(request -> blocks.addAll(each.apply(request)));
  }

  private List<LayoutBlock> waiting(ChangeRequest row) {
    List<LayoutBlock> blocks = new ArrayList<>(rows.of(row, new RowBlocks.Shape(LONGEST, false)));
    blocks.add(divider());
    return blocks;
  }

  private static List<LayoutBlock> blocked(ChangeRequest row) {
    List<LayoutBlock> blocks = new ArrayList<>(OverviewBlocks.blocked(row, LONGEST));
    blocks.add(RowBlocks.askToUnblock(row));
    return blocks;
  }

  private static List<LayoutBlock> decided(ChangeRequest row) {
    String decision =
        "*%s*  %s %s"
            .formatted(
                SlackText.escape(CardWording.title(row)),
                SlackText.mentions(row.deciders()),
                SlackText.time(row.decision().at()));
    String reason = row.terms().reason();
    String what = CardWording.mailbox(row) + (reason.isEmpty() ? "" : " · " + reason);
    return List.of(context(List.of(markdownText(decision), SlackText.plain(what, REASON))));
  }
}
