package dev.mailbrake.slack;

import static com.slack.api.model.block.Blocks.divider;

import com.slack.api.model.block.LayoutBlock;
import dev.mailbrake.request.ChangeRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A card as blocks: a request below the other. Ten rows of four blocks and a divider are Block
 * Kit's fifty.
 */
final class CardBlocks {
  private final RowBlocks rows;
  private final boolean announces;

  CardBlocks(RowBlocks rows) {
    this(rows, false);
  }

  private CardBlocks(RowBlocks rows, boolean announces) {
    this.rows = rows;
    this.announces = announces;
  }

  /** The same cards before they have their buttons. */
  CardBlocks announcing() {
    return new CardBlocks(rows, true);
  }

  /**
   * The blocks of a card.
   *
   * @param requests at least one
   */
  List<LayoutBlock> blocks(List<ChangeRequest> requests) {
    return separated(requests, row -> isAnnounced(row) ? rows.announced(row) : rows.of(row));
  }

  /** Blocks of each, with a divider between them. */
  static List<LayoutBlock> separated(
      List<ChangeRequest> requests, Function<ChangeRequest, List<LayoutBlock>> each) {
    List<LayoutBlock> blocks = new ArrayList<>();
    for (ChangeRequest request : requests) {
      if (!blocks.isEmpty()) {
        blocks.add(divider());
      }
      blocks.addAll(each.apply(request));
    }
    return blocks;
  }

  /** The notification and the screen reader's text: facts that nobody typed, and the result. */
  String fallback(List<ChangeRequest> requests) {
    String lines =
        requests.stream()
            .map(
                row ->
                    (isAnnounced(row) ? rows.announcedTitle(row) : rows.title(row))
                        + " "
                        + row.mailbox().address())
            .collect(Collectors.joining("\n"));
    return Texts.escape(lines, Texts.FALLBACK);
  }

  private boolean isAnnounced(ChangeRequest row) {
    return announces && row.state().isWaiting();
  }
}
