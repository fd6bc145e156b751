package dev.mailbrake.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.mailbox.MailAddress;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** A command requests what somebody typed, whatever Slack's escaping did to it. */
class AnyTextOfSlacksTest {
  private static final String SPACE = "[\\s\\p{Z}\\p{Cc}]+";

  @Property
  void namesOnlyMailboxesThatWereTyped(@ForAll Verb verb, @ForAll("lines") List<Word> line) {
    String typed =
        typed(line).replaceAll("\\p{Cf}", "").replace('\uff20', '@').toLowerCase(Locale.ROOT);
    String sent = sent(line);

    for (MailboxReference mailbox : Typing.command(verb, sent).mailboxes()) {
      assertThat(
              mailbox.<Boolean>fold(
                  address -> typed.contains(address.value()) || isInPunycode(address),
                  id -> sent.contains("<@" + id)))
          .as("%s in %s", mailbox, sent)
          .isTrue();
    }
  }

  @Property
  void takesTheReasonFromTheEndOfWhatWasTyped(@ForAll("lines") List<Word> line) {
    Command command = Typing.command(Verb.BLOCK, sent(line));
    boolean mayEndWithDuration =
        command instanceof Command.ChangeOutgoing change && !change.lasts().isZero();
    String reason = mayEndWithDuration ? "" : command.reason();

    assertThat(typed(line).replaceAll(SPACE, " ").strip()).endsWith(reason);
    assertThat(reason.codePoints().count()).isLessThanOrEqualTo(CommandParser.LONGEST_REASON);
  }

  @Property
  void takesTheActionFromTheCommand(@ForAll Verb verb, @ForAll("lines") List<Word> line) {
    Command command = Typing.command(verb, sent(line));

    if (command instanceof Command.ChangeOutgoing change) {
      assertThat(verb.action()).contains(change.action());
    }
    if (command instanceof Command.ShowModal modal) {
      assertThat(verb.action()).contains(modal.action());
    }
    if (command instanceof Command.Look) {
      assertThat(verb.action()).isEmpty();
    }
  }

  /** Its domain was typed in letters that ASCII does not have. */
  private static boolean isInPunycode(MailAddress address) {
    return address.value().contains("xn--");
  }

  private static String typed(List<Word> line) {
    return line.stream().map(Word::typed).reduce("", String::concat);
  }

  private static String sent(List<Word> line) {
    return line.stream().map(Word::sent).reduce("", String::concat);
  }

  /** A line that starts with a mailbox three times out of four, so most request something. */
  @Provide
  Arbitrary<List<Word>> lines() {
    Arbitrary<Word> gap =
        Arbitraries.of(" ", " ", " ", "", ", ", "\n", "\u00a0", "\u0000").map(Word::plain);
    Arbitrary<List<Word>> rest =
        Combinators.combine(Arbitraries.oneOf(mailbox(), escaped(), marked()), gap)
            .as((word, space) -> List.of(word, space))
            .list()
            .ofMaxSize(10)
            .map(words -> words.stream().flatMap(List::stream).toList());
    Arbitrary<List<Word>> begin =
        Arbitraries.frequencyOf(
            Tuple.of(3, mailbox().map(word -> List.of(word, Word.plain(" ")))),
            Tuple.of(1, Arbitraries.just(List.<Word>of())));
    return Combinators.combine(begin, rest)
        .as((first, more) -> Stream.of(first, more).flatMap(List::stream).toList());
  }

  private static Arbitrary<Word> mailbox() {
    return Arbitraries.of(
        Word.plain("r@z.co"),
        Word.plain("R@Z.CO"),
        new Word("r&d@z.co", "r&amp;d@z.co"),
        new Word("paula@zylker.com", "<mailto:paula@zylker.com|paula@zylker.com>"),
        new Word("P@z.co", "<mailto:p@z.co|P@z.co>"),
        new Word("@ada", "<@U012AB3CD|ada>"),
        new Word("@U012AB3CD", "<@U012AB3CD>"));
  }

  /** Any characters at all, as Slack escapes them. */
  private static Arbitrary<Word> escaped() {
    Arbitrary<String> any =
        Arbitraries.strings().withCharRange('\u0000', '\uffff').ofMaxLength(600);
    Arbitrary<String> ascii = Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(60);
    Arbitrary<String> tricky =
        Arbitraries.of(
            "for",
            "for 4h",
            "e\u0301\u0327",
            "😀",
            "\ud83d",
            "\ude00",
            "\u202egnihsihp\u202c",
            "\u2066",
            "\u200b",
            "\ufeff",
            "K@z.co",
            "r\u0000@z.co",
            "r@z.co\u202e",
            "<!channel>",
            "<mailto:o@z.co|r@z.co>",
            "&amp;",
            "@here",
            "$1",
            "\\");
    return Arbitraries.oneOf(any, ascii, tricky)
        .map(
            typed ->
                new Word(
                    typed, typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
  }

  private static Arbitrary<Word> marked() {
    return Arbitraries.of(
        new Word("@channel", "<!channel>"),
        new Word("@here", "<!here|here>"),
        new Word("@oncall", "<!subteam^S012AB3CD|@oncall>"),
        new Word("#incidents", "<#C012AB3CD|incidents>"),
        new Word("https://a.example/?a=1&b=2", "<https://a.example/?a=1&amp;b=2>"),
        new Word("a.example", "<http://a.example|a.example>"));
  }

  /** A piece of a line as it was typed, and as Slack sends it. */
  record Word(String typed, String sent) {
    static Word plain(String text) {
      return new Word(text, text);
    }
  }
}
