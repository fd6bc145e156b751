package dev.mailbrake.slack.blocks;

import static com.slack.api.model.block.Blocks.divider;

import com.slack.api.model.block.LayoutBlock;
import dev.mailbrake.request.model.ChangeRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A card as blocks, one row per request. Ten rows are the most: one shared block, ten times four
 * blocks and nine dividers make Block Kit's limit of fifty.
 */
public final class CardBlocks {
  private final RowBlocks rows;
  private final boolean announces;

  public CardBlocks(RowBlocks rows) {
    this(rows, false);
  }

  private CardBlocks(RowBlocks rows, boolean announces) {
    this.rows = rows;
    this.announces = announces;
  }

  /** The same cards, before they get their buttons. */
  public CardBlocks announcing() {
    return new CardBlocks(rows, true);
  }

  public Renderings renderings(List<ChangeRequest> requests) {
    return new Renderings(longest -> blocks(requests, longest));
  }

  /** What several requests of one command share comes first. Requires at least one request. */
  List<LayoutBlock> blocks(List<ChangeRequest> requests, int longest) {
    boolean isShared = requests.size() > 1;
    RowBlocks.Shape shape = new RowBlocks.Shape(longest, isShared);
    List<LayoutBlock> each = new ArrayList<>();
    for (ChangeRequest request : requests) {
      if (!each.isEmpty()) {
        each.add(divider());
      }
      each.addAll(isAnnounced(request) ? rows.announced(request, shape) : rows.of(request, shape));
    }
    if (isShared) {
      each.add(0, rows.shared(requests, longest, announces));
    }
    return each;
  }

  /** The text for notifications and screen readers: addresses and results, nothing typed. */
  public String fallback(List<ChangeRequest> requests) {
    String lines =
        requests.stream()
            .map(
                row ->
                    (isAnnounced(row) ? rows.announcedTitle(row) : rows.title(row))
                        + " "
                        + row.mailbox().address())
            .collect(Collectors.joining("\n"));
    return SlackText.escape(lines, SlackText.FALLBACK);
  }

  private boolean isAnnounced(ChangeRequest row) {
    return announces && row.state().isWaiting();
  }
}
