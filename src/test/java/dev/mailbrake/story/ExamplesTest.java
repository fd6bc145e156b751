package dev.mailbrake.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.command.Verb;
import dev.mailbrake.sandbox.page.SandboxPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Types each command that the pages, the bot and the sandbox show into the sandbox. */
@Tag("sqlite")
class ExamplesTest {
  private static final String COMMAND = "/(?:mail-[a-z]+|invite @)[^`'\n]*";

  /** Indented as code, in backticks, or after "For example:". */
  private static final Pattern SHOWN =
      Pattern.compile("(?m)(?:^ {4}|`|^For example: )(" + COMMAND + ")");

  private static final Pattern MENTIONED = Pattern.compile("`(@[a-z.]+)`");

  /** On the sandbox's page, the parts of a long command are quoted separately. */
  private static final Pattern ON_THE_PAGE = Pattern.compile("'(" + COMMAND + ")'");

  /** A usage line is not a command. */
  private static final Pattern PLACEHOLDER = Pattern.compile("MAILBOX|…");

  static Stream<String> examples() throws IOException {
    List<String> found = new ArrayList<>(matches(SHOWN, documentation()));
    found.addAll(matches(SHOWN, usage()));
    found.addAll(matches(ON_THE_PAGE, page().replaceAll("'\\s*\\+ '", "")));
    matches(MENTIONED, documentation()).stream()
        .map(mention -> "/mail-block " + mention + " sends phishing")
        .forEach(found::add);
    return found.stream()
        .filter(line -> !PLACEHOLDER.matcher(line).find())
        // A placeholder: readers put in their own address here.
        .filter(line -> !line.contains("@example.com"))
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void workAsTyped(String line) {
    try (Workplace work = Workplace.open()) {
      work.ada.types(line);
      List<String> words = List.of(line.split(" "));
      boolean isAlone = words.size() == 1;
      if (line.startsWith("/invite")) {
        assertThat(work.slack.workspace().channel(Workplace.CHANNEL).hasBot()).isTrue();
        work.ada.reads("Ada Lovelace added");
      } else if (words.get(1 % words.size()).equals("help")) {
        assertThat(work.ada.reads("DURATION is").plainText()).contains(words.get(0));
      } else if (line.startsWith("/mail-status")) {
        work.ada.reads(isAlone ? "Mailbrake keeps" : "outgoing mail is");
      } else if (isAlone) {
        assertThat(work.ada.form().errors()).isEmpty();
      } else {
        asks(work, words);
      }
    }
  }

  private static void asks(Workplace work, List<String> words) {
    String question = words.get(0).equals("/mail-block") ? "Block outgoing" : "Allow outgoing";
    List<String> mailboxes = words.stream().skip(1).takeWhile(it -> it.contains("@")).toList();
    String rest = String.join(" ", words.subList(1 + mailboxes.size(), words.size()));
    String reason = rest.replaceFirst("^for [0-9]+[mhdw] ", "");

    String card = work.card(question, address(mailboxes.get(0))).plainText();
    assertThat(card).contains(mailboxes.stream().map(ExamplesTest::address).toList());
    assertThat(card).contains(reason);
    assertThat(card.contains("For 4h")).isEqualTo(rest.startsWith("for 4h "));
  }

  private static String address(String mailbox) {
    return mailbox.startsWith("@") ? mailbox.substring(1) + "@zylker.com" : mailbox;
  }

  @Test
  void areFoundInEachPlaceThatShowsThem() throws IOException {
    assertThat(examples())
        .contains("/mail-block help", "/mail-block @rebecca sends phishing, INC-42")
        .contains(Arrays.stream(Verb.values()).map(Verb::example).toArray(String[]::new))
        .anyMatch(line -> line.split("@zylker.com", -1).length == 11);
  }

  private static List<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1).strip()).toList();
  }

  private static String usage() {
    return String.join("\n", Arrays.stream(Verb.values()).map(Verb::help).toList());
  }

  private static String documentation() throws IOException {
    try (Stream<Path> pages = Files.walk(Path.of("src/docs"))) {
      StringBuilder text = new StringBuilder(Files.readString(Path.of("README.md")));
      for (Path page : pages.filter(it -> it.toString().endsWith(".md")).toList()) {
        text.append('\n').append(Files.readString(page));
      }
      return text.toString();
    }
  }

  private static String page() throws IOException {
    try (InputStream script = SandboxPage.class.getResourceAsStream("page.js")) {
      return new String(requireNonNull(script).readAllBytes(), UTF_8);
    }
  }
}
