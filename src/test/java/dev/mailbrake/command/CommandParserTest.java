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
        "rebecca@zylker.com.",
        "rebecca@zylker.com:",
        "@rebecca",
        "rebecca@zylker.com,paula@zylker.com",
        "rebécca@zylker.com",
        "&lt;rebecca@zylker.com&gt;!",
        "<mailto:rebecca@zylker.com|paula@zylker.com>",
        "<mailto:rebecca@zylker.com|click>",
        "<mailto:rebecca@zylker.com|>",
        "<mailto:rebecca@zylker.com?cc=paula@zylker.com|rebecca@zylker.com>",
        "<mailto:rebecca|rebecca>",
        "<mailto:rebecca",
        "<@U012AB3CD|rebecca",
        "<@u012ab3cd|rebecca>",
        "<@B012AB3CD|bot>",
        "<!subteam^S012AB3CD|@oncall>",
        "<#C012AB3CD|general>"
      })
  void neverTakesATypoForAReason(String typo) {
    String isNone = " is not a mailbox. Nothing was asked for; please check the address.";
    assertThat(Typing.answer(typo)).contains(isNone);
    assertThat(Typing.answer("paula@zylker.com " + typo + " sends phishing")).contains(isNone);
    assertThat(Typing.answer(Verb.UNBLOCK, "paula@zylker.com " + typo)).contains(isNone);
    assertThat(Typing.answer(Verb.STATUS, "paula@zylker.com " + typo)).contains(isNone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rebecca", "<!channel>", "<!here|here>", "for 4h", "<https://a.example>"})
  void requiresAMailbox(String text) {
    for (Verb verb : Verb.values()) {
      assertThat(Typing.answer(verb, text)).contains("is not a mailbox").contains(verb.usage());
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
        .startsWith("That is 4 mailboxes; one command takes at most 3.");
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
        .contains("is not a mailbox")
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
    assertThat(Typing.answer("R&amp;D&lt;3")).startsWith("“R&D<3” is not a mailbox.");
    assertThat(Typing.answer("😀".repeat(81))).startsWith("“" + "😀".repeat(80) + "…” is not");
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

  @Test
  void quotesAnAddressInBracketsAsTyped() {
    assertThat(Typing.answer("&lt;rebecca@zylker.com&gt;"))
        .startsWith("“<rebecca@zylker.com>” is not a mailbox.");
  }
}
