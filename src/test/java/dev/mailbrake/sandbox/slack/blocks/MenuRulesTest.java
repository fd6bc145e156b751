package dev.mailbrake.sandbox.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mailbrake.sandbox.slack.protocol.Json;
import dev.mailbrake.sandbox.slack.views.ViewRules;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Slack's rules for menus, checkboxes and pickers. */
class MenuRulesTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("edges")
  void acceptsTheLastAllowedAndRefusesTheNext(String what, String allowed, String refused) {
    assertThat(inSection(allowed)).as(what).isEmpty();
    assertThat(inSection(refused)).as(what).hasSize(1);
  }

  static Stream<Arguments> edges() {
    return Stream.of(
        Arguments.of("fewest in overflow", menu("overflow", 2), menu("overflow", 1)),
        Arguments.of("most in overflow", menu("overflow", 5), menu("overflow", 6)),
        Arguments.of("checkboxes", menu("checkboxes", 10), menu("checkboxes", 11)),
        Arguments.of("radio buttons", menu("radio_buttons", 10), menu("radio_buttons", 11)),
        Arguments.of("select", menu("static_select", 100), menu("static_select", 101)),
        Arguments.of("no options", menu("static_select", 1), menu("static_select", 0)),
        Arguments.of(
            "multi-select", menu("multi_static_select", 100), menu("multi_static_select", 101)),
        Arguments.of(
            "unique values", of("static_select", "'1'", "'2'"), of("static_select", "'1'", "'1'")),
        Arguments.of("initial options", chosen("'1'", "'2'"), chosen("'1'", "'9'")),
        Arguments.of("max_selected_items", people(1, ""), people(0, "")),
        Arguments.of(
            "initial users",
            people(1, ",'initial_users':['U0ADA00001']"),
            people(1, ",'initial_users':['U0ADA00001','U0GRACE001']")),
        Arguments.of(
            "plain text in menus",
            menu("overflow", 2),
            menu("overflow", 2).replaceFirst("plain_text", "mrkdwn")),
        Arguments.of(
            "response_url_enabled outside of inputs",
            "{'type':'conversations_select'}",
            "{'type':'conversations_select','response_url_enabled':true}"));
  }

  @Test
  void allowsMarkdownBesideCheckboxes() {
    assertThat(inSection(menu("checkboxes", 2).replaceFirst("plain_text", "mrkdwn"))).isEmpty();
  }

  @Test
  void findsTheSameValueInTwoGroups() {
    String group = "{'label':" + plain("g") + ",'options':[" + option("'1'") + "]}";
    String other = group.replace("'1'", "'2'");
    assertThat(inSection(grouped(group, other))).isEmpty();
    assertThat(inSection(grouped(group, group))).hasSize(1);
  }

  @Test
  void followsThePersonFromChannelToChannelInModalsOnly() {
    for (String field : List.of("response_url_enabled", "default_to_current_conversation")) {
      String input =
          "[{'type':'input','label':"
              + plain("Where")
              + ",'element':{'type':'conversations_select','"
              + field
              + "':true}}]";
      String view = ",'blocks':" + input + "}";
      String title = ",'title':" + plain("Block") + ",'submit':" + plain("Ask");
      assertThat(ViewRules.problems(json("{'type':'modal'" + title + view), "modal")).isEmpty();
      assertThat(ViewRules.problems(json("{'type':'home'" + view), "home")).hasSize(1);
      assertThat(BlockRules.problems(json(input), BlockRules.MESSAGE)).hasSize(1);
    }
  }

  @Test
  void takesNoOverflowMenuAsAnInput() {
    String input = "[{'type':'input','label':" + plain("More") + ",'element':";
    assertThat(problems(input + menu("static_select", 2) + "}]")).isEmpty();
    assertThat(problems(input + menu("overflow", 2) + "}]")).hasSize(1);
  }

  private static List<String> inSection(String accessory) {
    return problems("[{'type':'section','text':" + plain("x") + ",'accessory':" + accessory + "}]");
  }

  private static List<String> problems(String blocks) {
    return BlockRules.problems(json(blocks), BlockRules.MESSAGE).stream()
        .filter(it -> !it.contains("available in modals only"))
        .toList();
  }

  private static JsonNode json(String singleQuoted) {
    return Json.parse(singleQuoted.replace('\'', '"')).orElseThrow();
  }

  private static String menu(String type, int size) {
    String[] values =
        IntStream.range(0, size).mapToObj(at -> "'" + at + "'").toArray(String[]::new);
    return of(type, values);
  }

  private static String of(String type, String... values) {
    String options = Stream.of(values).map(MenuRulesTest::option).collect(Collectors.joining(","));
    return "{'type':'" + type + "','options':[" + options + "]}";
  }

  private static String chosen(String... values) {
    String initial = Stream.of(values).map(MenuRulesTest::option).collect(Collectors.joining(","));
    String menu = of("multi_static_select", "'1'", "'2'");
    return menu.replaceFirst("\\{", "{'initial_options':[" + initial + "],");
  }

  private static String grouped(String... groups) {
    return "{'type':'static_select','option_groups':[" + String.join(",", groups) + "]}";
  }

  private static String people(int most, String more) {
    return "{'type':'multi_users_select','max_selected_items':" + most + more + "}";
  }

  private static String option(String value) {
    return "{'text':" + plain("option") + ",'value':" + value + "}";
  }

  private static String plain(String text) {
    return "{'type':'plain_text','text':'" + text + "'}";
  }
}
