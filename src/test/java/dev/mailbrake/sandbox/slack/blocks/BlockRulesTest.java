package dev.mailbrake.sandbox.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mailbrake.sandbox.slack.protocol.Json;
import dev.mailbrake.sandbox.slack.views.ViewRules;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BlockRulesTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("edges")
  void acceptsTheLastAllowedAndRefusesTheNext(String what, String allowed, String refused) {
    assertThat(problems(allowed)).as(what).isEmpty();
    assertThat(problems(refused)).as(what).hasSize(1);
  }

  static Stream<Arguments> edges() {
    return Stream.of(
        Arguments.of("blocks", many(50, "{'type':'divider'}"), many(51, "{'type':'divider'}")),
        Arguments.of("section text", section(text(3000)), section(text(3001))),
        Arguments.of("empty text", section(text(1)), section(text(0))),
        Arguments.of("fields", fields(10, 2000), fields(11, 2000)),
        Arguments.of("field text", fields(1, 2000), fields(1, 2001)),
        Arguments.of("header", header(150), header(151)),
        Arguments.of("actions", actions(25), actions(26)),
        Arguments.of("context", context(10), context(11)),
        Arguments.of("button text", button("'text':" + plain(75)), button("'text':" + plain(76))),
        Arguments.of("value", valued("value", 2000), valued("value", 2001)),
        Arguments.of("url", valued("url", 3000), valued("url", 3001)),
        Arguments.of("action_id", valued("action_id", 255), valued("action_id", 256)),
        Arguments.of("style", labelled("'style':'danger'"), labelled("'style':'red'")),
        Arguments.of("block_id", identified(x(255)), identified(x(256))),
        Arguments.of("confirm title", confirm(100, 300, 30, 30), confirm(101, 300, 30, 30)),
        Arguments.of("confirm text", confirm(100, 300, 30, 30), confirm(100, 301, 30, 30)),
        Arguments.of("confirm button", confirm(100, 300, 30, 30), confirm(100, 300, 31, 30)),
        Arguments.of("deny button", confirm(100, 300, 30, 30), confirm(100, 300, 30, 31)),
        Arguments.of("type", "[{'type':'divider'}]", "[{'type':'marquee'}]"),
        Arguments.of("markdown", markdown(12_000), markdown(12_001)),
        Arguments.of("option text", option(75, 150), option(76, 150)),
        Arguments.of("option value", option(75, 150), option(75, 151)),
        Arguments.of("label", input(2000, "x"), input(2001, "x")),
        Arguments.of("hint", hint(2000), hint(2001)),
        Arguments.of("input placeholder", placeholder(150), placeholder(151)),
        Arguments.of("max_length", field("'max_length':3000"), field("'max_length':3001")),
        Arguments.of("least max_length", field("'max_length':1"), field("'max_length':0")),
        Arguments.of("min_length", field("'min_length':3000"), field("'min_length':3001")),
        Arguments.of("lengths", field(lengths(5, 5)), field(lengths(6, 5))),
        Arguments.of("multiline", field("'multiline':true"), field("'multiline':'true'")),
        Arguments.of("initial_value", initial(3000), initial(3001)),
        Arguments.of("optional", asked("'optional':true"), asked("'optional':'yes'")),
        Arguments.of(
            "dispatch_action", asked("'dispatch_action':true"), asked("'dispatch_action':1")),
        Arguments.of("initial_option", chosen("a"), chosen("c")),
        Arguments.of("element", picker("users_select"), picker("button")),
        Arguments.of("unique block_id", blockIds("a", "b"), blockIds("a", "a")),
        Arguments.of("unique action_id", actionIds("a", "b"), actionIds("a", "a")));
  }

  @Test
  void requiresPlainTextInHeadersAndOnButtons() {
    assertThat(problems("[{'type':'header','text':" + text(5) + "}]"))
        .containsExactly("[ERROR] must be a plain_text object [json-pointer:/blocks/0/text]");
    assertThat(problems(button("'text':" + text(5)))).hasSize(1);
  }

  @Test
  void namesEveryBrokenRuleWithItsPlace() {
    assertThat(problems("[{'type':'section','text':" + text(0) + "},{'type':'section'}]"))
        .containsExactly(
            "[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]",
            "[ERROR] must have text or fields [json-pointer:/blocks/1]");
  }

  @Test
  void requiresATitleAndASubmitButtonInAModal() {
    String input =
        "{'type':'input','label':" + plain(5) + ",'element':{'type':'plain_text_input'}}";
    assertThat(modal("'title':" + plain(24) + ",'submit':" + plain(24), input)).isEmpty();
    assertThat(modal("'title':" + plain(25) + ",'submit':" + plain(24), input)).hasSize(1);
    assertThat(modal("'title':" + plain(24) + ",'submit':" + plain(25), input)).hasSize(1);
    assertThat(modal("'title':" + plain(24), input)).hasSize(1);
  }

  @Test
  void requiresNeitherTitleNorSubmitButtonInAHomeTab() {
    String bare = "{'type':'home','blocks':[{'type':'divider'}]";
    assertThat(ViewRules.problems(json(bare + "}"), "home")).isEmpty();
    assertThat(ViewRules.problems(json(bare + ",'title':" + plain(5) + "}"), "home")).hasSize(1);
    assertThat(ViewRules.problems(json(bare + ",'submit':" + plain(5) + "}"), "home")).hasSize(1);
  }

  @Test
  void limitsAViewToAHundredBlocksAndItsMetadataToThreeThousandCharacters() {
    assertThat(home(100, 3000)).isEmpty();
    assertThat(home(101, 3000)).hasSize(1);
    assertThat(home(100, 3001)).hasSize(1);
  }

  @Test
  void allowsFocusInOnePlaceAtMost() {
    String focused =
        "{'type':'input','label':"
            + plain(1)
            + ",'element':{'type':'plain_text_input','focus_on_load':true}}";
    String parts = "'title':" + plain(5) + ",'submit':" + plain(5);
    assertThat(modal(parts, focused)).isEmpty();
    assertThat(modal(parts, focused + "," + focused)).hasSize(1);
  }

  private static List<String> home(int blocks, int metadata) {
    return ViewRules.problems(
        json(
            "{'type':'home','private_metadata':'"
                + x(metadata)
                + "','blocks':"
                + many(blocks, "{'type':'divider'}")
                + "}"),
        "home");
  }

  private static List<String> problems(String blocks) {
    return BlockRules.problems(json(blocks), BlockRules.MESSAGE);
  }

  private static List<String> modal(String parts, String block) {
    JsonNode view = json("{'type':'modal'," + parts + ",'blocks':[" + block + "]}");
    return ViewRules.problems(view, "modal");
  }

  private static JsonNode json(String singleQuoted) {
    return Json.parse(singleQuoted.replace('\'', '"')).orElseThrow();
  }

  private static String x(int length) {
    return "x".repeat(length);
  }

  private static String text(int length) {
    return "{'type':'mrkdwn','text':'" + x(length) + "'}";
  }

  private static String plain(int length) {
    return "{'type':'plain_text','text':'" + x(length) + "'}";
  }

  private static String list(int size, String item) {
    return "[" + String.join(",", Collections.nCopies(size, item)) + "]";
  }

  private static String many(int size, String block) {
    return list(size, block);
  }

  private static String section(String text) {
    return "[{'type':'section','text':" + text + "}]";
  }

  private static String fields(int size, int length) {
    return "[{'type':'section','fields':" + list(size, text(length)) + "}]";
  }

  private static String header(int length) {
    return "[{'type':'header','text':" + plain(length) + "}]";
  }

  private static String actions(int size) {
    String one = "{'type':'button','text':" + plain(1) + "}";
    return "[{'type':'actions','elements':" + list(size, one) + "}]";
  }

  private static String context(int size) {
    return "[{'type':'context','elements':" + list(size, text(3000)) + "}]";
  }

  private static String button(String parts) {
    return "[{'type':'actions','elements':[{'type':'button'," + parts + "}]}]";
  }

  private static String labelled(String parts) {
    return button("'text':" + plain(5) + "," + parts);
  }

  private static String valued(String field, int length) {
    return labelled("'" + field + "':'" + x(length) + "'");
  }

  private static String identified(String id) {
    return "[{'type':'divider','block_id':'" + id + "'}]";
  }

  private static String confirm(int title, int text, int confirm, int deny) {
    return labelled(
        "'confirm':{'title':"
            + plain(title)
            + ",'text':"
            + plain(text)
            + ",'confirm':"
            + plain(confirm)
            + ",'deny':"
            + plain(deny)
            + "}");
  }

  private static String markdown(int length) {
    return "[{'type':'markdown','text':'" + x(length) + "'}]";
  }

  private static String option(int text, int value) {
    String option = "{'text':" + plain(text) + ",'value':'" + x(value) + "'}";
    return "[{'type':'section','text':"
        + text(1)
        + ",'accessory':{'type':'static_select','options':["
        + option
        + "]}}]";
  }

  private static String input(int label, String more, String element) {
    return "[{'type':'input','label':" + plain(label) + more + ",'element':" + element + "}]";
  }

  private static String input(int label, String placeholder) {
    return input(
        label, "", textInput("'placeholder':{'type':'plain_text','text':'" + placeholder + "'}"));
  }

  private static String textInput(String parts) {
    return "{'type':'plain_text_input'," + parts + "}";
  }

  private static String field(String parts) {
    return input(5, "", textInput(parts));
  }

  private static String asked(String parts) {
    return input(5, "," + parts, textInput("'action_id':'a'"));
  }

  private static String hint(int length) {
    return asked("'hint':" + plain(length));
  }

  private static String placeholder(int length) {
    return input(5, x(length));
  }

  private static String initial(int length) {
    return field("'initial_value':'" + x(length) + "'");
  }

  private static String lengths(int least, int most) {
    return "'min_length':" + least + ",'max_length':" + most;
  }

  private static String picker(String type) {
    return input(5, "", "{'type':'" + type + "','text':" + plain(1) + "}");
  }

  private static String chosen(String value) {
    String option = "{'text':" + plain(1) + ",'value':'";
    String options = "'options':[" + option + "a'}," + option + "b'}]";
    return input(
        5,
        "",
        "{'type':'static_select'," + options + ",'initial_option':" + option + value + "'}}");
  }

  private static String blockIds(String first, String second) {
    return "[{'type':'divider','block_id':'"
        + first
        + "'},{'type':'divider','block_id':'"
        + second
        + "'}]";
  }

  private static String actionIds(String first, String second) {
    String one = "{'type':'button','text':" + plain(1) + ",'action_id':'";
    return "[{'type':'actions','elements':[" + one + first + "'}," + one + second + "'}]}]";
  }
}
