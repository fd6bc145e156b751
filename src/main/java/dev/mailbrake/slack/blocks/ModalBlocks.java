package dev.mailbrake.slack.blocks;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.block.element.BlockElements.usersSelect;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dev.mailbrake.command.CommandParser;
import dev.mailbrake.command.FilledModal;
import dev.mailbrake.command.FilledModal.ModalField;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.request.port.Modals.Modal;
import dev.mailbrake.request.wording.CardWording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows and reads the modal in which a change is requested. */
public final class ModalBlocks {
  /** The prefix of the callback ids; the action follows. */
  private static final String CALLBACK = "ask-for-";

  private static final int LONGEST_DURATION = 20;
  private static final int LONGEST_ADDRESS = 500;

  private ModalBlocks() {}

  public static View of(Modal modal) {
    return view(
        it ->
            it.type("modal")
                .callbackId(callback(modal.action()))
                .privateMetadata(ModalOrigin.of(modal).text())
                .title(viewTitle(title -> title.type("plain_text").text("Mailbrake")))
                .submit(viewSubmit(submit -> submit.type("plain_text").text("Ask")))
                .close(viewClose(close -> close.type("plain_text").text("Cancel")))
                .blocks(blocks(modal)));
  }

  public static String callback(Action action) {
    return CALLBACK + action.verb();
  }

  private static List<LayoutBlock> blocks(Modal modal) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(OverviewBlocks.title(CardWording.ask(modal.action())));
    blocks.add(
        field(
            ModalField.PERSON,
            "Whose mailbox",
            "Their Slack profile names the address.",
            usersSelect(select -> select.actionId(id(ModalField.PERSON)))));
    blocks.add(
        field(
            ModalField.ADDRESS,
            "Or its address",
            "An alias will do.",
            text(ModalField.ADDRESS, LONGEST_ADDRESS, modal.address())));
    if (modal.action() == Action.BLOCK) {
      blocks.add(
          field(
              ModalField.DURATION,
              "For how long",
              "30m, 4h, 2d or 1w. Leave it empty to block until somebody allows it again.",
              text(ModalField.DURATION, LONGEST_DURATION, "")));
    }
    blocks.add(
        field(
            ModalField.REASON,
            "Reason",
            "Everybody in the channel reads it.",
            text(ModalField.REASON, CommandParser.LONGEST_REASON, "")));
    return blocks;
  }

  /** Optional for Slack, because our own messages about missing fields are clearer. */
  private static LayoutBlock field(
      ModalField field, String label, String hint, BlockElement element) {
    return input(
        block ->
            block
                .blockId(id(field))
                .optional(true)
                .label(plainText(label))
                .hint(plainText(hint))
                .element(element));
  }

  private static BlockElement text(ModalField field, int longest, String known) {
    return plainTextInput(
        input ->
            input
                .actionId(id(field))
                .multiline(field == ModalField.REASON)
                .maxLength(longest)
                .initialValue(known.isEmpty() ? null : known));
  }

  public static String id(ModalField field) {
    return field.name().toLowerCase(Locale.ROOT);
  }

  /** Any part of Slack's state may be missing. */
  public static FilledModal read(Action action, @Nullable ViewState state) {
    return new FilledModal(
        action,
        value(state, ModalField.PERSON).map(ViewState.Value::getSelectedUser).orElse(""),
        typed(state, ModalField.ADDRESS),
        typed(state, ModalField.DURATION),
        typed(state, ModalField.REASON));
  }

  private static String typed(@Nullable ViewState state, ModalField field) {
    return value(state, field).map(ViewState.Value::getValue).orElse("");
  }

  private static Optional<ViewState.Value> value(@Nullable ViewState state, ModalField field) {
    return Optional.ofNullable(state)
        .map(ViewState::getValues)
        .map(values -> values.getOrDefault(id(field), Map.of()).get(id(field)));
  }
}
