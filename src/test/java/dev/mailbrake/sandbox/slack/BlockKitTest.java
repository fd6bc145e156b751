package dev.mailbrake.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BlockKitTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("edges")
  void takesTheLastAllowedAndRefusesTheNext(String what, String allowed, String refused) {
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
        Arguments.of("unique block_id", blockIds("a", "b"), blockIds("a", "a")),
        Arguments.of("unique action_id", actionIds("a", "b"), actionIds("a", "a")));
  }

  @Test
  void wantsPlainTextInHeadersAndOnButtons() {
    assertThat(problems("[{'type':'header','text':" + text(5) + "}]"))
        .containsExactly("[ERROR] must be a plain_text object [json-pointer:/blocks/0/text]");
    assertThat(problems(button("'text':" + text(5)))).hasSize(1);
  }

  @Test
  void namesEveryBrokenRuleWithItsAddress() {
    assertThat(problems("[{'type':'section','text':" + text(0) + "},{'type':'section'}]"))
        .containsExactly(
            "[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]",
            "[ERROR] must have text or fields [json-pointer:/blocks/1]");
  }

  @Test
  void asksAModalForATitleAndASubmitButton() {
    String input =
        "{'type':'input','label':" + plain(5) + ",'element':{'type':'plain_text_input'}}";
    assertThat(modal("'title':" + plain(24) + ",'submit':" + plain(24), input)).isEmpty();
    assertThat(modal("'title':" + plain(25) + ",'submit':" + plain(24), input)).hasSize(1);
    assertThat(modal("'title':" + plain(24) + ",'submit':" + plain(25), input)).hasSize(1);
    assertThat(modal("'title':" + plain(24), input)).hasSize(1);
  }

  private static List<String> problems(String blocks) {
    return BlockKit.problems(json(blocks), BlockKit.MESSAGE);
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
