package dev.mailbrake.sandbox.slack.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Slack's rules for the elements of a block: buttons, menus, inputs, images. */
final class ElementRules {

  private static final int ID = 255;

  private static final Set<String> WITH_OPTIONS =
      Set.of("static_select", "multi_static_select", "overflow", "checkboxes", "radio_buttons");

  private static final Set<String> PICKERS =
      Set.of(
          "users_select",
          "multi_users_select",
          "conversations_select",
          "multi_conversations_select",
          "channels_select",
          "multi_channels_select",
          "external_select",
          "multi_external_select",
          "datepicker",
          "timepicker",
          "datetimepicker");

  private static final Set<String> TEXT_INPUTS =
      Set.of("plain_text_input", "email_text_input", "number_input", "url_text_input");

  private static final Set<String> NO_INPUTS = Set.of("button", "image", "overflow");

  private ElementRules() {}

  /** An element outside an input block. */
  static void check(BlockPath element) {
    if (element.at("response_url_enabled").isThere()) {
      element.at("response_url_enabled").wrong("is available in input blocks only");
    }
    any(element);
  }

  private static void any(BlockPath element) {
    element.at("action_id").optionalString(ID);
    String type = element.type();
    if (type.equals("button")) {
      button(element);
    } else if (type.equals("image")) {
      image(element);
    } else if (WITH_OPTIONS.contains(type)) {
      options(element);
    } else if (PICKERS.contains(type)) {
      picker(element);
    } else {
      element.wrong("unsupported type: " + type);
    }
    if (element.at("confirm").isThere()) {
      confirm(element.at("confirm"));
    }
  }

  /** An input block allows text fields but no buttons. */
  static void checkInput(BlockPath element) {
    if (TEXT_INPUTS.contains(element.type())) {
      textInput(element);
    } else if (NO_INPUTS.contains(element.type())) {
      element.wrong("unsupported type: " + element.type());
    } else {
      any(element);
    }
  }

  private static void textInput(BlockPath element) {
    element.at("action_id").optionalString(ID);
    element.at("placeholder").optionalPlainText(150);
    element.at("initial_value").atMost(3000);
    element.at("multiline").optionalBoolean();
    element.at("focus_on_load").optionalBoolean();
    element.at("min_length").optionalNumber(0, 3000);
    element.at("max_length").optionalNumber(1, 3000);
    int least = element.node().path("min_length").asInt(0);
    if (least > element.node().path("max_length").asInt(Integer.MAX_VALUE)) {
      element.at("min_length").wrong("must not be greater than max_length");
    }
  }

  private static void button(BlockPath button) {
    button.at("text").plainText(75);
    button.at("value").optionalString(2000);
    button.at("url").optionalString(3000);
    button.at("accessibility_label").optionalString(75);
    button.at("style").oneOf("primary", "danger");
  }

  private static void confirm(BlockPath confirm) {
    confirm.at("title").plainText(100);
    confirm.at("text").plainText(300);
    confirm.at("confirm").plainText(30);
    confirm.at("deny").plainText(30);
    confirm.at("style").oneOf("primary", "danger");
  }

  private static void picker(BlockPath element) {
    element.at("placeholder").optionalPlainText(150);
    element.at("focus_on_load").optionalBoolean();
    element.at("initial_user").optionalString(ID);
    element.at("response_url_enabled").optionalBoolean();
    element.at("default_to_current_conversation").optionalBoolean();
    several(element);
  }

  /** A menu for several items limits them to one at least, and starts with no more than that. */
  private static void several(BlockPath element) {
    BlockPath most = element.at("max_selected_items");
    most.optionalNumber(1, Integer.MAX_VALUE);
    for (String kind : List.of("users", "conversations", "channels", "options")) {
      BlockPath initial = element.at("initial_" + kind);
      if (initial.isThere()) {
        initial.list(most.node().asInt(Integer.MAX_VALUE));
      }
    }
  }

  private static void options(BlockPath element) {
    element.at("placeholder").optionalPlainText(150);
    element.at("focus_on_load").optionalBoolean();
    several(element);
    initialOptions(element);
    if (element.at("option_groups").isThere()) {
      element.at("option_groups").list(100);
      element.at("option_groups").children().forEach(ElementRules::optionGroup);
      unique(element.at("option_groups").children().stream().flatMap(ElementRules::items));
    } else {
      optionList(element.at("options"), element.type());
      unique(element.at("options").children().stream());
    }
  }

  private static Stream<BlockPath> items(BlockPath group) {
    return group.at("options").children().stream();
  }

  private static void unique(Stream<BlockPath> options) {
    BlockPath.unique(options.toList(), "value");
  }

  /** Each must repeat one of the options, field for field. */
  private static void initialOptions(BlockPath element) {
    List<BlockPath> initial = new ArrayList<>(element.at("initial_options").children());
    if (element.at("initial_option").isThere()) {
      initial.add(element.at("initial_option"));
    }
    List<JsonNode> offered = element.node().findValues("options");
    initial.stream()
        .filter(it -> offered.stream().noneMatch(options -> has(options, it.node())))
        .forEach(it -> it.wrong("must be one of the options"));
  }

  private static boolean has(JsonNode options, JsonNode wanted) {
    return StreamSupport.stream(options.spliterator(), false).anyMatch(wanted::equals);
  }

  private static void optionGroup(BlockPath group) {
    group.at("label").plainText(75);
    optionList(group.at("options"), "static_select");
  }

  /** An overflow menu is documented to hold 2 to 5 options. */
  private static void optionList(BlockPath options, String type) {
    switch (type) {
      case "overflow" -> options.list(2, 5);
      case "checkboxes", "radio_buttons" -> options.list(10);
      default -> options.list(100);
    }
    options.children().forEach(option -> option(option, type));
  }

  /** Only checkboxes and radio buttons can show markdown. */
  private static void option(BlockPath option, String type) {
    boolean markdown = type.equals("checkboxes") || type.equals("radio_buttons");
    BlockPath text = option.at("text");
    if (markdown) {
      text.text(75);
    } else {
      text.plainText(75);
    }
    option.at("value").string(150);
    option.at("description").optionalPlainText(75);
    option.at("url").optionalString(3000);
  }

  private static void image(BlockPath image) {
    image.at("alt_text").string(2000);
    if (!image.at("slack_file").isThere()) {
      image.at("image_url").string(3000);
    }
  }
}
