package dev.mailbrake.slack.blocks;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.ContextBlockElement;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.command.BlockTime;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.request.model.Approvals;
import dev.mailbrake.request.model.Approvals.Decision;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Effect;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.wording.CardWording;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One request as blocks, at most four: a pure function of the record. It keeps its facts for ever;
 * only its title changes, and its buttons go.
 *
 * <p>What a person or Zoho wrote stands in plain text objects, which Slack shows as they are; only
 * our own words, ids and times are mrkdwn. The buttons carry the request's id and nothing else.
 */
public final class RowBlocks {
  public static final String CONFIRM = "confirm-change";
  public static final String CANCEL = "cancel-change";
  public static final String ASK_TO_UNBLOCK = "ask-to-allow";

  private static final int LEAST_EXPLANATION = 30;

  /** What ended for real before the dry run began is not called one. */
  private static final Set<RequestState> SHOWN_AS_DRY_RUN =
      EnumSet.of(RequestState.WAITING, RequestState.CONFIRMED);

  private final boolean dryRun;
  private final ApproverMentions approvers;

  /**
   * @param dryRun whether every row says that nothing is sent to Zoho
   * @param approvers who may confirm
   */
  public RowBlocks(boolean dryRun, ApproverMentions approvers) {
    this.dryRun = dryRun;
    this.approvers = approvers;
  }

  /**
   * How much a row says.
   *
   * @param longest how many characters are left of each text that others wrote or that explains
   * @param isShared whether what it has in common with other rows stands above them
   */
  record Shape(int longest, boolean isShared) {
    /** Everything, as where it is the only row. */
    static final Shape WHOLE = new Shape(SlackText.SECTION, false);

    /** What explains is never left out. */
    int explanation() {
      return Math.max(longest, LEAST_EXPLANATION);
    }
  }

  /** What the rows of one command have in common. */
  LayoutBlock shared(List<ChangeRequest> rows, int longest, boolean announces) {
    ChangeRequest any = rows.get(0);
    List<ChangeRequest> waiting = rows.stream().filter(row -> row.state().isWaiting()).toList();
    List<ContextBlockElement> elements = new ArrayList<>();
    for (String line : asked(any, longest)) {
      elements.add(SlackText.plain(line, SlackText.SECTION));
    }
    boolean waits = !announces && !waiting.isEmpty();
    String asked = "Asked " + SlackText.time(any.origin().at());
    elements.add(markdownText(waits ? asked + " · " + until(waiting.get(0)) : asked));
    if (waits && waiting.stream().anyMatch(row -> row.approvals().needsTwo())) {
      elements.add(markdownText(approvers.all()));
    }
    return context(block -> block.elements(elements));
  }

  /** The request with the buttons that it has now. */
  List<LayoutBlock> of(ChangeRequest row, Shape shape) {
    List<LayoutBlock> blocks = new ArrayList<>(facts(row, title(row), shape));
    if (row.state().isWaiting()) {
      blocks.add(waiting(row, shape));
      blocks.add(buttons(row, List.of(confirm(row), cancel(row))));
      return blocks;
    }
    String explanation = CardWording.explanation(row);
    blocks.add(section(block -> block.text(SlackText.plain(explanation, shape.explanation()))));
    if (row.isBlockInForce()) {
      blocks.add(buttons(row, List.of(askToUnblock(row))));
    }
    return blocks;
  }

  /** The request before it has its buttons. */
  List<LayoutBlock> announced(ChangeRequest row, Shape shape) {
    List<LayoutBlock> blocks = new ArrayList<>(facts(row, announcedTitle(row), shape));
    blocks.add(
        context(
            block ->
                block.elements(
                    List.of(SlackText.plain(CardWording.ANNOUNCED, SlackText.SECTION)))));
    return blocks;
  }

  String title(ChangeRequest row) {
    return markedDryRun(row, CardWording.title(row));
  }

  String announcedTitle(ChangeRequest row) {
    return markedDryRun(row, CardWording.announcedTitle(row));
  }

  private String markedDryRun(ChangeRequest row, String title) {
    return SlackText.prefix(dryRun && SHOWN_AS_DRY_RUN.contains(row.state())) + title;
  }

  private static List<LayoutBlock> facts(ChangeRequest row, String title, Shape shape) {
    String head = "*" + SlackText.escape(title) + "*  " + who(row, shape) + when(row);
    return List.of(
        section(block -> block.text(markdownText(head))),
        section(block -> block.text(SlackText.plain(facts(row, shape), SlackText.SECTION))));
  }

  private static String who(ChangeRequest row, Shape shape) {
    String by = "asked by " + SlackText.mention(row.origin().by());
    String asked =
        row.isAutomaticUnblock()
            ? "end of the block asked for by " + SlackText.mention(row.origin().by())
            : shape.isShared() ? by : by + " " + SlackText.time(row.origin().at());
    Approvals approvals = row.approvals();
    String first = approvals.hasFirst() ? ", first confirmed by " + by(approvals.first()) : "";
    return asked + first + (row.decision().equals(Decision.NONE) ? "" : decided(row));
  }

  private static String decided(ChangeRequest row) {
    boolean cancelled = row.state() == RequestState.CANCELLED;
    if (row.decision().by().equals(PersonName.MAILBRAKE)) {
      return ", its time was up " + SlackText.time(row.decision().at());
    }
    String against = row.isAutomaticUnblock() ? "kept" : "cancelled";
    return ", " + (cancelled ? against : "confirmed") + " by " + by(row.decision());
  }

  private static String by(Decision decision) {
    return SlackText.mention(decision.by()) + " " + SlackText.time(decision.at());
  }

  /** Until when a block lasts, or when it was over. */
  private static String when(ChangeRequest row) {
    Effect effect = row.effect();
    if (effect.isTemporary()) {
      return " · *until " + SlackText.time(effect.until()) + "*";
    }
    return effect.supersededAt().equals(Effect.NEVER)
        ? ""
        : " · over since " + SlackText.time(effect.supersededAt());
  }

  /** What stays on the card whatever becomes of the request; the address first, and whole. */
  private static String facts(ChangeRequest row, Shape shape) {
    List<String> lines = new ArrayList<>();
    lines.add(mailbox(row, shape.longest()));
    if (!shape.isShared()) {
      lines.addAll(asked(row, shape.longest()));
    }
    lines.add(SlackText.part(row.approvals().changed(), shape.longest()));
    if (!row.state().isWaiting()) {
      lines.add(CardWording.before(row));
    }
    lines.removeIf(String::isEmpty);
    return String.join("\n", lines);
  }

  /** The address whole, and as much of the names as is left. */
  static String mailbox(ChangeRequest row, int longest) {
    String address = row.mailbox().address().value();
    return longest == 0
        ? address
        : SlackText.cut(CardWording.mailbox(row), address.length() + 2 * longest);
  }

  private static List<String> asked(ChangeRequest row, int longest) {
    List<String> lines = new ArrayList<>();
    if (!row.terms().reason().isEmpty() && longest > 0) {
      lines.add("Reason: " + SlackText.part(row.terms().reason(), longest));
    }
    if (!row.terms().lasts().isZero()) {
      lines.add(
          "For "
              + BlockTime.format(row.terms().lasts())
              + " from when it takes effect; then outgoing mail is allowed again");
    }
    return lines;
  }

  private LayoutBlock waiting(ChangeRequest row, Shape shape) {
    List<ContextBlockElement> elements = new ArrayList<>();
    elements.add(SlackText.plain(CardWording.explanation(row), shape.explanation()));
    if (!shape.isShared()) {
      elements.add(markdownText(until(row)));
    }
    if (row.approvals().needsTwo()) {
      String because = "Two approvers must confirm: " + row.approvals().because();
      elements.add(SlackText.plain(because, shape.explanation()));
      if (!shape.isShared()) {
        elements.add(markdownText(approvers.whoMay(row.approvals())));
      }
    }
    return context(block -> block.elements(elements));
  }

  private static String until(ChangeRequest row) {
    String until = row.isAutomaticUnblock() ? "Ends " : "Can be confirmed until ";
    return until + SlackText.time(row.terms().deadline());
  }

  private static LayoutBlock buttons(ChangeRequest row, List<BlockElement> elements) {
    return actions(block -> block.blockId(row.id().value()).elements(elements));
  }

  private static ButtonElement confirm(ChangeRequest row) {
    return button(
        confirm ->
            confirm
                .actionId(CONFIRM)
                .value(row.id().value())
                .style(row.action() == Action.BLOCK ? "danger" : "primary")
                .text(SlackText.plain(CardWording.confirmLabel(row), SlackText.BUTTON)));
  }

  private static ButtonElement cancel(ChangeRequest row) {
    return button(
        cancel ->
            cancel
                .actionId(CANCEL)
                .value(row.id().value())
                .text(SlackText.plain(CardWording.cancelLabel(row), SlackText.BUTTON)));
  }

  /** Opens a form, and does nothing on its own. */
  static ButtonElement askToUnblock(ChangeRequest row) {
    return button(
        ask ->
            ask.actionId(ASK_TO_UNBLOCK)
                .value(row.id().value())
                .text(SlackText.plain(CardWording.ASK_TO_UNBLOCK, SlackText.BUTTON)));
  }
}
