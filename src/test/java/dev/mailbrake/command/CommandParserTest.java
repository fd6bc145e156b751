package dev.mailbrake.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.mailbox.Action;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which mailboxes a command names, and when it names none. */
class CommandParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          rebecca@zylker.com                              => rebecca@zylker.com
          Rebecca@ZYLKER.com                              => rebecca@zylker.com
          rebecca@zylker.com,                             => rebecca@zylker.com
          rebecca@zylker.com;                             => rebecca@zylker.com
          rebecca@zylker.com,;,                           => rebecca@zylker.com
          <mailto:rebecca@zylker.com|rebecca@zylker.com>  => rebecca@zylker.com
          <mailto:rebecca@zylker.com|rebecca@zylker.com>, => rebecca@zylker.com
          <mailto:rebecca@zylker.com|Rebecca@Zylker.com>  => rebecca@zylker.com
          <mailto:rebecca@zylker.com>                     => rebecca@zylker.com
          <mailto:rebecca@zylker.com?subject=x|rebecca@zylker.com> => rebecca@zylker.com
          mailto:rebecca@zylker.com?subject=a%20b&amp;body=c => rebecca@zylker.com
          MAILTO:rebecca@zylker.com                       => rebecca@zylker.com
          &lt;rebecca@zylker.com&gt;                      => rebecca@zylker.com
          &lt;<mailto:rebecca@zylker.com|rebecca@zylker.com>&gt;, => rebecca@zylker.com
          Rebecca &lt;rebecca@zylker.com&gt;              => rebecca@zylker.com
          "Rebecca van Dyk-O'Hara" &lt;<mailto:rebecca@zylker.com|rebecca@zylker.com>&gt; => rebecca@zylker.com
          "Anderson, Rebecca (IT)" &lt;rebecca@zylker.com&gt;; => rebecca@zylker.com
          レベッカ &lt;rebecca@zylker.com&gt;               => rebecca@zylker.com
          "rebecca@zylker.com" &lt;rebecca@zylker.com&gt; => rebecca@zylker.com
          "rebecca@zylker.com"                            => rebecca@zylker.com
          'rebecca@zylker.com'.                           => rebecca@zylker.com
          “rebecca@zylker.com”                            => rebecca@zylker.com
          «rebecca@zylker.com»!                           => rebecca@zylker.com
          `rebecca@zylker.com`                            => rebecca@zylker.com
          (rebecca@zylker.com)?                           => rebecca@zylker.com
          [rebecca@zylker.com]:                           => rebecca@zylker.com
          {rebecca@zylker.com}                            => rebecca@zylker.com
          {<@U012AB3CD|rebecca>}.                         => <@U012AB3CD>
          rebecca＠zylker．com                             => rebecca@zylker.com
          rebecca＠<http://zylker.com|zylker.com>          => rebecca@zylker.com
          • rebecca@zylker.com                            => rebecca@zylker.com
          info@müller.example                             => info@xn--mller-kva.example
          <mailto:info@müller.example|info@xn--mller-kva.example> => info@xn--mller-kva.example
          <@U012AB3CD>                                    => <@U012AB3CD>
          <@U012AB3CD|rebecca>                            => <@U012AB3CD>
          <@U012AB3CD|>                                   => <@U012AB3CD>
          <@U012AB3CD|rébecca.日本>                        => <@U012AB3CD>
          <@W012AB3CD|rebecca>,                           => <@W012AB3CD>
          """)
  void readsAMailbox(String word, String mailbox) {
    assertThat(Typing.mailboxes(word)).containsExactly(mailbox);
    assertThat(Typing.block(word).reason()).isEmpty();
    assertThat(Typing.block(word + " sends phishing").reason()).isEqualTo("sends phishing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rebecca@zylker",
        "rebecca@@zylker.com",
        "rebecca@zylker.com's",
        "rebecca@zylker.com/paula@zylker.com",
        "mailto:rebecca",
        ", Rebecca &lt;rebecca@zylker&gt;",
        "@rebecca",
        "rebécca@zylker.com",
        "<mailto:rebecca@zylker.com|paula@zylker.com>",
        "<mailto:rebecca@zylker.com|click>",
        "<mailto:rebecca@zylker.com|>",
        "<mailto:rebecca@zylker.com?cc=paula@zylker.com|rebecca@zylker.com>",
        "<mailto:rebecca|rebecca>",
        "<mailto:rebecca",
        "<@U012AB3CD|rebecca",
        "<@u012ab3cd|rebecca>",
        "<@B012AB3CD|bot>",
        "<!subteam^S012AB3CD|@oncall>"
      })
  void neverTakesATypoForAReason(String typo) {
    String isNone = "I don't recognize “";
    assertThat(Typing.answer(typo)).contains(isNone);
    assertThat(Typing.answer("paula@zylker.com " + typo + " sends phishing")).contains(isNone);
    assertThat(Typing.answer(Verb.UNBLOCK, "paula@zylker.com " + typo)).contains(isNone);
    assertThat(Typing.answer(Verb.STATUS, "paula@zylker.com " + typo)).contains(isNone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rebecca", "<!channel>", "<!here|here>", "for 4h", "<https://a.example>"})
  void requiresAMailbox(String text) {
    for (Verb verb : Verb.values()) {
      assertThat(Typing.answer(verb, text))
          .startsWith("I don't recognize “")
          .endsWith(verb.usage());
    }
  }

  @Test
  void readsSeveralMailboxesInOrder() {
    assertThat(Typing.mailboxes("paula@zylker.com, <@U012AB3CD|ada> <mailto:r@z.co|r@z.co> spam"))
        .containsExactly("paula@zylker.com", "<@U012AB3CD>", "r@z.co");
  }

  @Test
  void takesOneMailboxNamedTwiceAsOne() {
    assertThat(Typing.mailboxes("r@z.co <mailto:R@z.co|R@z.co>, R@Z.CO <@U1AB|a> <@U1AB|b>"))
        .containsExactly("r@z.co", "<@U1AB>");
  }

  @Test
  void limitsTheNumberOfMailboxes() {
    assertThat(Typing.mailboxes("a@z.co b@z.co c@z.co A@z.co")).hasSize(Typing.MOST_MAILBOXES);
    assertThat(Typing.answer("a@z.co b@z.co c@z.co d@z.co spam"))
        .startsWith("You named 4 mailboxes; one command takes at most 3.");
  }

  @Test
  void readsEachCommandsAction() {
    assertThat(Typing.block("r@z.co").action()).isEqualTo(Action.BLOCK);
    assertThat(Typing.command(Verb.UNBLOCK, "r@z.co all well"))
        .isEqualTo(
            new Command.ChangeOutgoing(
                Action.UNBLOCK, Typing.block("r@z.co").mailboxes(), Duration.ZERO, "all well"));
    assertThat(Typing.command(Verb.STATUS, "r@z.co"))
        .isEqualTo(new Command.Look(Verb.STATUS, Typing.block("r@z.co").mailboxes()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"please", "for 4h", "<!channel>"})
  void readsOnlyMailboxesForAStatus(String more) {
    assertThat(Typing.answer(Verb.STATUS, "r@z.co " + more))
        .startsWith("I don't recognize “")
        .endsWith(Verb.STATUS.usage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "\u00a0"})
  void opensAModalOrTheOverviewWithoutArguments(String nothing) {
    assertThat(Typing.command(Verb.BLOCK, nothing)).isEqualTo(new Command.ShowModal(Action.BLOCK));
    assertThat(Typing.command(Verb.UNBLOCK, nothing))
        .isEqualTo(new Command.ShowModal(Action.UNBLOCK));
    assertThat(Typing.command(Verb.STATUS, nothing))
        .isEqualTo(new Command.Look(Verb.STATUS, List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "HELP", "  Help\u00a0"})
  void printsEveryCommandInTheHelp(String text) {
    for (Verb asked : Verb.values()) {
      String usage = Typing.answer(asked, text);
      assertThat(usage).startsWith(asked.command()).contains(asked.example());
      for (Verb verb : Verb.values()) {
        assertThat(usage).contains(verb.command() + " " + verb.arguments(), verb.purpose());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void givesAWorkingCommandAsUsageExample(Verb verb) {
    String words = verb.example().substring(verb.command().length());
    assertThat(verb.example()).startsWith(verb.command() + " ");
    assertThat(Typing.command(verb, words))
        .isInstanceOfAny(Command.ChangeOutgoing.class, Command.Look.class);
  }

  @Test
  void quotesAWordAsTypedAndShortensALongOne() {
    assertThat(Typing.answer("R&amp;D&lt;3")).startsWith("I don't recognize “R&D<3”. Pick");
    assertThat(Typing.answer("😀".repeat(81)))
        .startsWith("I don't recognize “" + "😀".repeat(80) + "…”.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"r@z.co , paula@zylker.com", "r@z.co ; paula@zylker.com"})
  void acceptsASeparatorOnItsOwn(String text) {
    assertThat(Typing.mailboxes(text)).containsExactly("r@z.co", "paula@zylker.com");
  }

  @Test
  void readsAnAddressWithAnAmpersand() {
    assertThat(Typing.mailboxes("r&amp;d@zylker.com")).containsExactly("r&d@zylker.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "r@z.co,p@z.co",
        "r@z.co;p@z.co",
        "r@z.co&amp;p@z.co",
        "r@z.co and p@z.co",
        "r@z.co, and p@z.co",
        "r@z.co AND p@z.co,",
        "(r@z.co, p@z.co)",
        "r@z.co; Paula de la Cruz &lt;p@z.co&gt;",
        "Rebecca &lt;r@z.co&gt; and Paula &lt;p@z.co&gt;",
        "Rebecca &lt;r@z.co&gt;\nPaula &lt;p@z.co&gt;",
        "mailto:r@z.co?subject=x,mailto:p@z.co",
        "r@z\u200b.co\u2066\ufeff, \u200ep\u00ad@z.co"
      })
  void readsAListAsPeoplePasteIt(String list) {
    assertThat(Typing.mailboxes(list)).containsExactly("r@z.co", "p@z.co");
    assertThat(Typing.block(list + " wave").reason()).isEqualTo("wave");
    assertThat(Typing.block(list + " for 4h wave").reason()).isEqualTo("wave");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "and others",
        "&amp; others",
        "told by Tariq &lt;t@z.co&gt;",
        "Told Tariq &lt;t@z.co&gt;",
        "(t@z.co",
      })
  void leavesWhatIsNoMailboxToTheReason(String reason) {
    String typed = reason.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    assertThat(Typing.mailboxes("r@z.co " + reason.replace("(t@z.co", "(not t@z.co)")))
        .containsExactly("r@z.co");
    assertThat(Typing.block("r@z.co x " + reason).reason()).isEqualTo("x " + typed);
  }

  @Test
  void tellsEveryFaultAndTheUsageOnce() {
    assertThat(Typing.answer("@a r@z.co x@y @b, @c @d for 3x " + "x".repeat(501)))
        .isEqualTo(
            """
            I don't recognize “@a”, “x@y”, “@b” and 2 more. Pick the person from Slack's suggestions, or type the email address.
            “for 3x” is not a duration. Write it like 30m, 4h, 2d, 1w or 1h30m.
            The reason has 501 characters; at most 500 fit. No request was made.
            """
                + Verb.BLOCK.usage());
  }

  @Test
  void saysNothingOfARequestWhereNoneWasMeant() {
    assertThat(Typing.answer(Verb.STATUS, "r@z")).doesNotContain("request was made");
  }
}
