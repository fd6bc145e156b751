package dev.mailbrake.slack;

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
import dev.mailbrake.command.FilledForm;
import dev.mailbrake.command.FormField;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.request.CardWording;
import dev.mailbrake.request.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form in which a change is asked for, as a modal: how it is shown, and how it is read. */
final class FormView {
  /** Begins the callback ids; the action follows. */
  static final String CALLBACK = "ask-for-";

  private static final int LONGEST_DURATION = 20;
  private static final int LONGEST_ADDRESS = 500;

  private FormView() {}

  static View of(Form form) {
    return view(
        modal ->
            modal
                .type("modal")
                .callbackId(callback(form.action()))
                .privateMetadata(FormOrigin.of(form).text())
                .title(viewTitle(title -> title.type("plain_text").text("Mailbrake")))
                .submit(viewSubmit(submit -> submit.type("plain_text").text("Ask")))
                .close(viewClose(close -> close.type("plain_text").text("Cancel")))
                .blocks(blocks(form)));
  }

  static String callback(Action action) {
    return CALLBACK + action.verb();
  }

  private static List<LayoutBlock> blocks(Form form) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(OverviewBlocks.title(CardWording.ask(form.action())));
    blocks.add(
        field(
            FormField.PERSON,
            "Whose mailbox",
            "Their Slack profile names the address.",
            usersSelect(select -> select.actionId(id(FormField.PERSON)))));
    blocks.add(field(FormField.ADDRESS, "Or its address", "An alias will do.", address(form)));
    if (form.action() == Action.BLOCK) {
      blocks.add(
          field(
              FormField.DURATION,
              "For how long",
              "30m, 4h, 2d or 1w. Leave it empty to block until somebody allows it again.",
              text(FormField.DURATION, LONGEST_DURATION)));
    }
    blocks.add(
        field(
            FormField.REASON,
            "Reason",
            "Everybody in the channel reads it.",
            text(FormField.REASON, CommandParser.LONGEST_REASON)));
    return blocks;
  }

  /** All are optional for Slack: what is missing is said in words that fit. */
  private static LayoutBlock field(
      FormField field, String label, String hint, BlockElement element) {
    return input(
        block ->
            block
                .blockId(id(field))
                .optional(true)
                .label(plainText(label))
                .hint(plainText(hint))
                .element(element));
  }

  private static BlockElement address(Form form) {
    String known = form.address();
    return plainTextInput(
        input ->
            input
                .actionId(id(FormField.ADDRESS))
                .maxLength(LONGEST_ADDRESS)
                .initialValue(known.isEmpty() ? null : known));
  }

  private static BlockElement text(FormField field, int longest) {
    return plainTextInput(
        input -> input.actionId(id(field)).multiline(field == FormField.REASON).maxLength(longest));
  }

  /** The id of a field's block and of its element. */
  static String id(FormField field) {
    return field.name().toLowerCase(Locale.ROOT);
  }

  /** What was filled in. Every part of Slack's state may be missing. */
  static FilledForm read(Action action, @Nullable ViewState state) {
    return new FilledForm(
        action,
        value(state, FormField.PERSON).map(ViewState.Value::getSelectedUser).orElse(""),
        typed(state, FormField.ADDRESS),
        typed(state, FormField.DURATION),
        typed(state, FormField.REASON));
  }

  private static String typed(@Nullable ViewState state, FormField field) {
    return value(state, field).map(ViewState.Value::getValue).orElse("");
  }

  private static Optional<ViewState.Value> value(@Nullable ViewState state, FormField field) {
    return Optional.ofNullable(state)
        .map(ViewState::getValues)
        .map(values -> values.getOrDefault(id(field), Map.of()).get(id(field)));
  }
}
