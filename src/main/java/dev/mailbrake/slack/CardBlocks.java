package dev.mailbrake.slack;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.divider;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.request.ChangeRequest;
import dev.mailbrake.request.Decision;
import dev.mailbrake.request.RequestState;
import dev.mailbrake.request.Wording;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A card as blocks: a pure function of the record. A row keeps its facts for ever; only its title
 * changes, and its buttons go.
 *
 * <p>What a person or Zoho wrote stands in plain text objects, which Slack shows as they are; only
 * our own words, ids and times are mrkdwn. Ten rows of five blocks are Block Kit's fifty.
 */
final class CardBlocks {
  static final String CONFIRM = "confirm-change";
  static final String CANCEL = "cancel-change";

  /** What ended for real before the dry run began is not called one. */
  private static final Set<RequestState> REHEARSABLE =
      EnumSet.of(RequestState.WAITING, RequestState.CONFIRMED);

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final boolean dryRun;
  private final boolean announces;

  /**
   * @param dryRun whether every card says that nothing is sent to Zoho
   */
  CardBlocks(boolean dryRun) {
    this(dryRun, false);
  }

  private CardBlocks(boolean dryRun, boolean announces) {
    this.dryRun = dryRun;
    this.announces = announces;
  }

  /** The same cards before they have their buttons. */
  CardBlocks announcing() {
    return new CardBlocks(dryRun, true);
  }

  /**
   * The blocks of a card.
   *
   * @param rows at least one
   */
  List<LayoutBlock> blocks(List<ChangeRequest> rows) {
    List<LayoutBlock> blocks = new ArrayList<>();
    for (ChangeRequest row : rows) {
      if (!blocks.isEmpty()) {
        blocks.add(divider());
      }
      blocks.addAll(row(row));
    }
    return blocks;
  }

  /** The notification and the screen reader's text: facts that nobody typed, and the result. */
  String fallback(List<ChangeRequest> rows) {
    String lines =
        rows.stream()
            .map(row -> title(row) + " " + row.mailbox().address())
            .collect(Collectors.joining("\n"));
    return Texts.escape(lines, Texts.FALLBACK);
  }

  private List<LayoutBlock> row(ChangeRequest row) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        section(
            block -> block.text(markdownText("*" + Texts.escape(title(row)) + "*  " + who(row)))));
    blocks.add(section(block -> block.text(plain(facts(row), Texts.SECTION))));
    if (row.state().isWaiting() && announces) {
      blocks.add(
          context(block -> block.elements(List.of(plain(Wording.ANNOUNCED, Texts.SECTION)))));
    } else if (row.state().isWaiting()) {
      blocks.add(deadline(row));
      blocks.add(buttons(row));
    } else {
      blocks.add(outcome(row));
    }
    return blocks;
  }

  private String title(ChangeRequest row) {
    boolean rehearsed = dryRun && REHEARSABLE.contains(row.state());
    boolean announced = announces && row.state().isWaiting();
    String title = announced ? Wording.announcedTitle(row) : Wording.title(row);
    return rehearsed ? "Dry run – " + title : title;
  }

  /** Ids as mentions: Slack shows each reader the name as it is today. */
  private static String who(ChangeRequest row) {
    String asked = "asked by <@" + row.asked().by().id() + "> " + time(row.asked().at());
    Decision decision = row.decision();
    if (decision.equals(Decision.NONE)) {
      return asked;
    }
    String verb = row.state() == RequestState.CANCELLED ? "cancelled" : "confirmed";
    return "%s, %s by <@%s> %s".formatted(asked, verb, decision.by().id(), time(decision.at()));
  }

  /** What stays on the card whatever becomes of the request. */
  private static String facts(ChangeRequest row) {
    String reason = row.asked().reason();
    String before = row.state().isWaiting() ? "" : "\n" + Wording.before(row);
    return Wording.mailbox(row) + (reason.isEmpty() ? "" : "\nReason: " + reason) + before;
  }

  private static LayoutBlock deadline(ChangeRequest row) {
    return context(
        block ->
            block.elements(
                List.of(
                    plain(Wording.explanation(row), Texts.SECTION),
                    markdownText("Can be confirmed until " + time(row.asked().deadline())))));
  }

  private static LayoutBlock outcome(ChangeRequest row) {
    return section(block -> block.text(plain(Wording.explanation(row), Texts.SECTION)));
  }

  /** The buttons carry the request's id and nothing else. */
  private static LayoutBlock buttons(ChangeRequest row) {
    String id = row.id().value();
    return actions(
        block ->
            block
                .blockId(id)
                .elements(
                    List.of(
                        button(
                            confirm ->
                                confirm
                                    .actionId(CONFIRM)
                                    .value(id)
                                    .style(style(row.action()))
                                    .text(plain(Wording.confirmLabel(row.action()), Texts.BUTTON))),
                        button(
                            cancel ->
                                cancel
                                    .actionId(CANCEL)
                                    .value(id)
                                    .text(plain("Cancel", Texts.BUTTON))))));
  }

  private static String style(Action action) {
    return action == Action.BLOCK ? "danger" : "primary";
  }

  /** A time in the reader's zone, with UTC for clients that cannot. */
  private static String time(Instant at) {
    return "<!date^%d^{date_short_pretty} {time}|%s>"
        .formatted(at.getEpochSecond(), UTC.format(at));
  }

  private static PlainTextObject plain(String text, int longest) {
    return plainText(Texts.cut(text, longest), false);
  }
}
