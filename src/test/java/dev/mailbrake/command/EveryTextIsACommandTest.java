package dev.mailbrake.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.command.Command.ChangeOutgoing;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is typed, the parser returns a valid request or an answer. */
class EveryTextIsACommandTest {
  private static final int MEBIBYTE = 1 << 20;

  @Property(tries = 300)
  void acceptsAnyCharacters(@ForAll Verb verb, @ForAll("anyText") String text) {
    checkSound(Typing.command(verb, text));
  }

  @Property
  void acceptsAnyOrderOfWords(@ForAll Verb verb, @ForAll("wordSoup") String text) {
    checkSound(Typing.command(verb, text));
  }

  /** As long as a request can be: a parser that reads a word again for each letter never ends. */
  @Property(tries = 60)
  void acceptsAnyLength(
      @ForAll Verb verb,
      @ForAll("seeds") String start,
      @ForAll("seeds") String repeated,
      @ForAll("seeds") String end) {
    String text = start + repeated.repeat(MEBIBYTE / repeated.length()) + end;

    checkSound(Typing.command(verb, text));
  }

  private static void checkSound(Command command) {
    assertThat(
            command instanceof ChangeOutgoing change
                ? sound(change)
                : command.mailboxes().isEmpty() || areSound(command.mailboxes()))
        .as("%s", command)
        .isTrue();
  }

  private static boolean sound(ChangeOutgoing change) {
    return areSound(change.mailboxes())
        && sound(change.lasts())
        && change.reason().codePoints().count() <= CommandParser.LONGEST_REASON;
  }

  private static boolean sound(Duration lasts) {
    return lasts.isZero()
        || (lasts.compareTo(BlockTime.SHORTEST) >= 0 && lasts.compareTo(Typing.LONGEST_BLOCK) <= 0);
  }

  private static boolean areSound(List<MailboxReference> mailboxes) {
    int named = mailboxes.size();
    return named > 0
        && named <= Typing.MOST_MAILBOXES
        && named == mailboxes.stream().distinct().count();
  }

  /** Every UTF-16 unit, including control characters and halves of surrogate pairs. */
  @Provide
  Arbitrary<String> anyText() {
    return Arbitraries.strings().withCharRange('\u0000', '\uffff').ofMaxLength(3_000);
  }

  @Provide
  Arbitrary<String> seeds() {
    return Arbitraries.of(
        "x",
        " ",
        ",",
        ";",
        ", ",
        "r@z.co ",
        "r@z.co,",
        "r@",
        "a.",
        "@",
        "<",
        "<a|",
        "<@U1",
        "<@U012AB3CD|",
        "<mailto:a",
        "<mailto:a@z.co|",
        "<https://a>",
        "&amp;",
        "&amp;,",
        "for 4",
        "for 4h ",
        "4h ",
        "1h",
        "and ",
        "Aa ",
        "Aa, ",
        "Aa <",
        "(\"Aa",
        "r@z.co?a=",
        "mailto:",
        ")",
        "\u200b",
        "\uff20",
        "\u0000",
        "\u202e",
        "\u0301",
        "\ud83d",
        "😀");
  }

  @Provide
  Arbitrary<String> wordSoup() {
    List<String> words =
        List.of(
            "r@z.co",
            "P@Z.CO,",
            "<mailto:a@z.co|a@z.co>",
            "<mailto:a@z.co|",
            "<@U012AB3CD|ada>",
            "<@",
            "and",
            "Aa",
            "&lt;r@z.co&gt;",
            "mailto:r@z.co?a=b",
            "(",
            "\u200b",
            "<#C1|x>",
            "<!channel>",
            "for",
            "FOR",
            "4h",
            "3",
            "99w",
            "help",
            ",",
            ";",
            "@",
            "&amp;lt;",
            "&",
            "|",
            "<",
            ">",
            "\u00a0",
            "\n",
            "\u2003",
            "\u001c",
            "\u0000",
            "\ud83d",
            "\ude00",
            "😀",
            "\u202e",
            "phishing",
            "%s",
            "$1",
            "\\");
    Arbitrary<String> gap = Arbitraries.of(" ", " ", "", "  ");
    return Arbitraries.of(words)
        .flatMap(word -> gap.map(space -> word + space))
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }
}
