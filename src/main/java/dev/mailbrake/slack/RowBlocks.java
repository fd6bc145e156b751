package dev.mailbrake.slack;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.ContextBlockElement;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.mailbrake.command.BlockTime;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.request.CardWording;
import dev.mailbrake.request.ChangeRequest;
import dev.mailbrake.request.Consent;
import dev.mailbrake.request.Decision;
import dev.mailbrake.request.Effect;
import dev.mailbrake.request.PersonName;
import dev.mailbrake.request.RequestState;
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
final class RowBlocks {
  static final String CONFIRM = "confirm-change";
  static final String CANCEL = "cancel-change";
  static final String ASK_TO_ALLOW = "ask-to-allow";

  /** What ended for real before the dry run began is not called one. */
  private static final Set<RequestState> REHEARSABLE =
      EnumSet.of(RequestState.WAITING, RequestState.CONFIRMED);

  private final boolean dryRun;
  private final ApproverWords approvers;

  /**
   * @param dryRun whether every row says that nothing is sent to Zoho
   * @param approvers who may confirm
   */
  RowBlocks(boolean dryRun, ApproverWords approvers) {
    this.dryRun = dryRun;
    this.approvers = approvers;
  }

  /** The request with the buttons that it has now. */
  List<LayoutBlock> of(ChangeRequest row) {
    List<LayoutBlock> blocks = new ArrayList<>(facts(row, title(row)));
    if (row.state().isWaiting()) {
      blocks.add(waiting(row));
      blocks.add(buttons(row, List.of(confirm(row), cancel(row))));
      return blocks;
    }
    blocks.add(section(block -> block.text(Texts.plain(explanation(row), Texts.SECTION))));
    if (row.isBlockInForce()) {
      blocks.add(buttons(row, List.of(askToAllow(row))));
    }
    return blocks;
  }

  /** The request before it has its buttons. */
  List<LayoutBlock> announced(ChangeRequest row) {
    List<LayoutBlock> blocks = new ArrayList<>(facts(row, announcedTitle(row)));
    blocks.add(
        context(
            block -> block.elements(List.of(Texts.plain(CardWording.ANNOUNCED, Texts.SECTION)))));
    return blocks;
  }

  String title(ChangeRequest row) {
    return rehearsed(row, CardWording.title(row));
  }

  String announcedTitle(ChangeRequest row) {
    return rehearsed(row, CardWording.announcedTitle(row));
  }

  private String rehearsed(ChangeRequest row, String title) {
    return dryRun && REHEARSABLE.contains(row.state()) ? "Dry run – " + title : title;
  }

  private static String explanation(ChangeRequest row) {
    return CardWording.explanation(row);
  }

  private static List<LayoutBlock> facts(ChangeRequest row, String title) {
    String head = "*" + Texts.escape(title) + "*  " + who(row) + when(row);
    return List.of(
        section(block -> block.text(markdownText(head))),
        section(block -> block.text(Texts.plain(facts(row), Texts.SECTION))));
  }

  private static String who(ChangeRequest row) {
    String asked =
        row.isLift()
            ? "end of the block asked for by " + Texts.mention(row.asked().by())
            : "asked by " + Texts.mention(row.asked().by()) + " " + Texts.time(row.asked().at());
    Consent consent = row.consent();
    String first = consent.hasFirst() ? ", first confirmed by " + by(consent.first()) : "";
    return asked + first + (row.decision().equals(Decision.NONE) ? "" : decided(row));
  }

  private static String decided(ChangeRequest row) {
    boolean cancelled = row.state() == RequestState.CANCELLED;
    if (row.decision().by().equals(PersonName.MAILBRAKE)) {
      return ", its time was up " + Texts.time(row.decision().at());
    }
    String against = row.isLift() ? "kept" : "cancelled";
    return ", " + (cancelled ? against : "confirmed") + " by " + by(row.decision());
  }

  private static String by(Decision decision) {
    return Texts.mention(decision.by()) + " " + Texts.time(decision.at());
  }

  /** Until when a block lasts, or when it was over. */
  private static String when(ChangeRequest row) {
    Effect effect = row.effect();
    if (effect.isTimed()) {
      return " · *until " + Texts.time(effect.until()) + "*";
    }
    return effect.over().equals(Effect.NEVER) ? "" : " · over since " + Texts.time(effect.over());
  }

  /** What stays on the card whatever becomes of the request. */
  private static String facts(ChangeRequest row) {
    List<String> lines = new ArrayList<>();
    lines.add(CardWording.mailbox(row));
    if (!row.asked().reason().isEmpty()) {
      lines.add("Reason: " + row.asked().reason());
    }
    if (!row.asked().lasts().isZero()) {
      lines.add(
          "For "
              + BlockTime.format(row.asked().lasts())
              + " from when it takes effect; then outgoing mail is allowed again");
    }
    if (!row.consent().changed().isEmpty()) {
      lines.add(row.consent().changed());
    }
    if (!row.state().isWaiting()) {
      lines.add(CardWording.before(row));
    }
    return String.join("\n", lines);
  }

  private LayoutBlock waiting(ChangeRequest row) {
    String until = row.isLift() ? "Ends " : "Can be confirmed until ";
    List<ContextBlockElement> elements = new ArrayList<>();
    elements.add(Texts.plain(explanation(row), Texts.SECTION));
    elements.add(markdownText(until + Texts.time(row.asked().deadline())));
    if (row.consent().needsTwo()) {
      elements.add(
          Texts.plain("Two approvers must confirm: " + row.consent().because(), Texts.SECTION));
      elements.add(markdownText(approvers.whoMay(row.consent())));
    }
    return context(block -> block.elements(elements));
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
                .text(Texts.plain(CardWording.confirmLabel(row), Texts.BUTTON)));
  }

  private static ButtonElement cancel(ChangeRequest row) {
    return button(
        cancel ->
            cancel
                .actionId(CANCEL)
                .value(row.id().value())
                .text(Texts.plain(CardWording.cancelLabel(row), Texts.BUTTON)));
  }

  /** Opens a form, and does nothing by itself. */
  static ButtonElement askToAllow(ChangeRequest row) {
    return button(
        ask ->
            ask.actionId(ASK_TO_ALLOW)
                .value(row.id().value())
                .text(Texts.plain(CardWording.ASK_TO_ALLOW, Texts.BUTTON)));
  }
}
