package dev.mailbrake.slack.blocks;

import static com.slack.api.model.block.Blocks.divider;

import com.slack.api.model.block.LayoutBlock;
import dev.mailbrake.request.model.ChangeRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A card as blocks: a request below the other. What ten rows have in common, and ten of four blocks
 * with a divider between them, are Block Kit's fifty.
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

  /** The same cards before they have their buttons. */
  public CardBlocks announcing() {
    return new CardBlocks(rows, true);
  }

  /** The card in all its shapes, given at least one request. */
  public Renderings renderings(List<ChangeRequest> requests) {
    return new Renderings(longest -> blocks(requests, longest));
  }

  /**
   * The blocks of a card. What several have in common stands once above them: they were asked for
   * in one command.
   *
   * @param requests at least one
   * @param longest how many characters are left of each text that others wrote or that explains
   */
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

  /** The notification and the screen reader's text: facts that nobody typed, and the result. */
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
