package dev.mailbrake.slack.blocks;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.ContextBlockElement;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.BlockElements;
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
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request as at most four blocks, computed from the record alone. Its facts stay for good; only
 * the title changes, and the buttons go.
 *
 * <p>Whatever a person or Zoho wrote is a plain text object, which Slack shows as it is; only our
 * own words, ids and times are mrkdwn. Buttons carry the request's id and nothing else.
 */
public final class RowBlocks {
  public static final String CONFIRM = "confirm-change";
  public static final String CANCEL = "cancel-change";
  public static final String ASK_TO_UNBLOCK = "ask-to-allow";
  public static final String ASK_AGAIN = "ask-again";

  private static final int LEAST_EXPLANATION = 30;

  /** What ended before the dry run began was real. */
  private static final Set<RequestState> SHOWN_AS_DRY_RUN =
      Set.of(RequestState.WAITING, RequestState.CONFIRMED);

  private final boolean dryRun;
  private final ApproverMentions approvers;

  public RowBlocks(boolean dryRun, ApproverMentions approvers) {
    this.dryRun = dryRun;
    this.approvers = approvers;
  }

  /**
   * How much a row says.
   *
   * @param longest in characters, of each explanation and of each text that others wrote
   * @param isShared whether a block above the rows says what they have in common
   */
  record Shape(int longest, boolean isShared) {
    /** An explanation is never left out. */
    int explanation() {
      return Math.max(longest, LEAST_EXPLANATION);
    }
  }

  LayoutBlock shared(List<ChangeRequest> rows, int longest, boolean announces) {
    ChangeRequest any = rows.get(0);
    List<ChangeRequest> waiting = rows.stream().filter(row -> row.state().isWaiting()).toList();
    List<ContextBlockElement> elements = new ArrayList<>();
    asked(any, longest).forEach(line -> elements.add(SlackText.plain(line, SlackText.SECTION)));
    boolean waits = !announces && !waiting.isEmpty();
    String asked = "Asked " + SlackText.time(any.origin().at());
    elements.add(markdownText(waits ? asked + " · " + until(waiting.get(0)) : asked));
    if (waiting.stream().anyMatch(row -> row.approvals().needsTwo())) {
      elements.add(markdownText(approvers.all()));
    }
    return context(elements);
  }

  /** The request with its current buttons. */
  List<LayoutBlock> of(ChangeRequest row, Shape shape) {
    List<LayoutBlock> blocks = new ArrayList<>(facts(row, title(row), shape));
    if (row.state().isWaiting()) {
      blocks.add(waiting(row, shape));
      blocks.add(buttons(row, confirm(row), cancel(row)));
      return blocks;
    }
    blocks.add(OverviewBlocks.line(CardWording.explanation(row), shape.explanation()));
    if (row.canBeRepeated()) {
      blocks.add(
          buttons(row, button(ASK_AGAIN, row.id().value(), CardWording.askAgain(row), null)));
    } else if (row.isBlockInForce()) {
      blocks.add(askToUnblock(row));
    }
    return blocks;
  }

  /** The request before it gets its buttons; only this first post rings those it mentions. */
  List<LayoutBlock> announced(ChangeRequest row, Shape shape) {
    List<LayoutBlock> blocks = new ArrayList<>(facts(row, announcedTitle(row), shape));
    List<ContextBlockElement> elements = new ArrayList<>();
    elements.add(SlackText.plain(CardWording.ANNOUNCED, SlackText.SECTION));
    if (row.approvals().needsTwo() && !shape.isShared()) {
      elements.add(markdownText(approvers.stillNeeded(row.approvals())));
    }
    blocks.add(context(elements));
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
        section(block -> block.text(markdownText(head))), OverviewBlocks.line(facts(row, shape)));
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

  private static String when(ChangeRequest row) {
    Effect effect = row.effect();
    if (effect.isTemporary()) {
      return " · *until " + SlackText.time(effect.until()) + "*";
    }
    return effect.supersededAt().equals(Effect.NEVER)
        ? ""
        : " · over since " + SlackText.time(effect.supersededAt());
  }

  /** What stays on the card whatever the outcome; the address comes first and is never cut. */
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

  /** The whole address, and as much of the names as fits. */
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
        elements.add(markdownText(approvers.stillNeeded(row.approvals())));
      }
    }
    return context(elements);
  }

  private static String until(ChangeRequest row) {
    String until = row.isAutomaticUnblock() ? "Ends " : "Can be confirmed until ";
    return until + SlackText.time(row.terms().deadline());
  }

  private static BlockElement confirm(ChangeRequest row) {
    String style = row.action() == Action.BLOCK ? "danger" : "primary";
    return button(CONFIRM, row.id().value(), CardWording.confirmLabel(row), style);
  }

  private static BlockElement cancel(ChangeRequest row) {
    return button(CANCEL, row.id().value(), CardWording.cancelLabel(row), null);
  }

  /** A button that only opens a modal. */
  static LayoutBlock askToUnblock(ChangeRequest row) {
    return buttons(row, button(ASK_TO_UNBLOCK, row.id().value(), CardWording.ASK_TO_UNBLOCK, null));
  }

  private static LayoutBlock buttons(ChangeRequest row, BlockElement... elements) {
    return actions(row.id().value(), List.of(elements));
  }

  static BlockElement button(String id, String value, String label, @Nullable String style) {
    PlainTextObject text = SlackText.plain(label, SlackText.BUTTON);
    return BlockElements.button(it -> it.actionId(id).value(value).text(text).style(style));
  }
}
