package dev.mailbrake.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reason: the rest of the line as typed. */
class ReasonTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          sends phishing, ticket 4711    => sends phishing, ticket 4711
          Tom &amp; Jerry                => Tom & Jerry
          1 &lt; 2 &gt; 0                => 1 < 2 > 0
          &amp;lt;                       => &lt;
          &amp;amp;lt;                   => &amp;lt;
          &quot; &nbsp;                  => &quot; &nbsp;
          and paula too                  => and paula too
          😀 phishing 👩‍👩‍👧             => 😀 phishing 👩‍👩‍👧
          فيروس في البريد                => فيروس في البريد
          *bold* _it_ ~no~ `code`        => *bold* _it_ ~no~ `code`
          &lt;!channel&gt;               => <!channel>
          """)
  void isUnescapedExactlyOnce(String sent, String typed) {
    assertThat(Typing.block("r@z.co " + sent).reason()).isEqualTo(typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n r@z.co sends phishing \n",
        "r@z.co\nsends\r\nphishing",
        "r@z.co\u00a0sends\u00a0\u00a0phishing",
        "r@z.co\t sends \u000b phishing\u2003"
      })
  void acceptsAnyWhiteSpaceBetweenWords(String text) {
    assertThat(Typing.mailboxes(text)).containsExactly("r@z.co");
    assertThat(Typing.block(text).reason()).isEqualTo("sends phishing");
  }

  @Test
  void isLimitedTo500Characters() {
    assertThat(Typing.block("r@z.co " + "x".repeat(500)).reason()).hasSize(500);
    assertThat(Typing.answer("r@z.co " + "x".repeat(501)))
        .startsWith("The reason has 501 characters; at most 500 fit.")
        .contains("No request was made.", Verb.BLOCK.usage());
  }

  @Test
  void isMeasuredAsTypedAndNotAsSlackEscapesIt() {
    assertThat(Typing.block("r@z.co " + "&amp;".repeat(500)).reason()).hasSize(500);
  }

  @Test
  void refusesTenThousandCharacters() {
    assertThat(Typing.answer("r@z.co " + "x".repeat(10_000))).contains("10000 characters");
    assertThat(Typing.answer("x".repeat(10_000))).contains("I don't recognize");
    assertThat(Typing.answer("r@".repeat(5_000))).contains("I don't recognize");
    assertThat(Typing.answer(",".repeat(10_000) + "x")).contains("I don't recognize");
    assertThat(Typing.answer("r@z.co ".repeat(1_400) + "<@")).contains("I don't recognize");
  }

  @Test
  void refusesAMebibyteOfSeparators() {
    assertThat(Typing.answer(",".repeat(1 << 20) + "x")).contains("I don't recognize");
    assertThat(Typing.answer(", ".repeat(1 << 19) + "x")).contains("I don't recognize");
    assertThat(Typing.answer("r@z.co ".repeat(150_000) + "<@")).contains("I don't recognize");
  }

  @Test
  void countsAnEmojiAsOneCharacter() {
    assertThat(Typing.block("r@z.co " + "😀".repeat(500)).reason()).isEqualTo("😀".repeat(500));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          see <https://tickets.example/4711>        => see https://tickets.example/4711
          see <https://a.example/?a=1&amp;b=2>      => see https://a.example/?a=1&b=2
          not <mailto:p@zylker.com|p@zylker.com>    => not p@zylker.com
          not <mailto:p@zylker.com|P@Zylker.com>    => not P@Zylker.com
          says <@U012AB3CD|ada>                     => says @ada
          says <@U012AB3CD>                         => says @U012AB3CD
          as in <#C012AB3CD|incidents>              => as in #incidents
          as in <#C012AB3CD|>                       => as in #C012AB3CD
          tell <!channel>                           => tell @channel
          tell <!subteam^S012AB3CD|@oncall>         => tell @oncall
          """)
  void readsAsTypedEvenIfSlackMadeALinkOfIt(String sent, String typed) {
    assertThat(Typing.block("r@z.co " + sent).reason()).isEqualTo(typed);
  }
}
