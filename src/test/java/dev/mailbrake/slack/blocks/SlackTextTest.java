package dev.mailbrake.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackTextTest {

  @ParameterizedTest
  @CsvSource({"75, 74", "75, 75", "3000, 3000", "4000, 1"})
  void keepsTextThatFits(int longest, int length) {
    assertThat(SlackText.cut("x".repeat(length), longest)).isEqualTo("x".repeat(length));
  }

  @ParameterizedTest
  @CsvSource({"75, 76", "3000, 3001", "4000, 100000"})
  void shortensLongerTextWithAnEllipsis(int longest, int length) {
    assertThat(SlackText.cut("x".repeat(length), longest)).isEqualTo("x".repeat(longest - 1) + "…");
  }

  @Test
  void endsWithNoHalfOfASurrogatePair() {
    assertThat(SlackText.cut("ab😀😀", 5)).isEqualTo("ab😀…");
    assertThat(SlackText.cut("abc😀😀", 5)).isEqualTo("abc…");
    assertThat(SlackText.cut("😀😀😀", 6)).isEqualTo("😀😀😀");
  }

  @Test
  void startsWithNoHalfOfASurrogatePairEither() {
    assertThat(SlackText.start("ab😀", 3)).isEqualTo("ab");
    assertThat(SlackText.start("ab😀", 4)).isEqualTo("ab😀");
    assertThat(SlackText.start("😀", 1)).isEmpty();
    assertThat(SlackText.start("", 0)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u202E", "\u2066", "\u2069", "\u2028", "\u2029", "\u200B", "\u200D", "\uFEFF", "\u00AD",
        "\u0000", "\u001B", "\r", "\t", "\u0085", "\uD83D", "\uDE00"
      })
  void replacesInvisibleCharacters(String character) {
    assertThat(SlackText.cut("a" + character + "b", 75)).isEqualTo("a b");
    assertThat(SlackText.escape("a" + character + "b")).isEqualTo("a b");
    assertThat(SlackText.plain("a" + character + "b", 75).getText()).isEqualTo("a b");
  }

  @Test
  void keepsTheLinesOfOurOwnTexts() {
    assertThat(SlackText.cut("a\nb 😀 é ß 中", 75)).isEqualTo("a\nb 😀 é ß 中");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t"})
  void showsADashForABlankTextWhichSlackWouldRefuse(String blank) {
    assertThat(SlackText.cut(blank, 75)).isEqualTo("–");
  }

  @ParameterizedTest
  @CsvSource({
    "<!channel>, &lt;!channel&gt;",
    "<@U012|x>, &lt;@U012|x&gt;",
    "<http://x|y>, &lt;http://x|y&gt;",
    "a & b, a &amp; b",
    "&lt;, &amp;lt;"
  })
  void escapesWhatSlackWouldReadAsMarkup(String text, String escaped) {
    assertThat(SlackText.escape(text)).isEqualTo(escaped);
  }
}
