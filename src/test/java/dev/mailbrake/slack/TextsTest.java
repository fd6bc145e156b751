package dev.mailbrake.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  @ParameterizedTest
  @CsvSource({"75, 74", "75, 75", "3000, 3000", "4000, 1"})
  void leavesTextThatFitsAsItIs(int longest, int length) {
    assertThat(Texts.cut("x".repeat(length), longest)).isEqualTo("x".repeat(length));
  }

  @ParameterizedTest
  @CsvSource({"75, 76", "3000, 3001", "4000, 100000"})
  void cutsLongerTextWithAnEllipsis(int longest, int length) {
    assertThat(Texts.cut("x".repeat(length), longest)).isEqualTo("x".repeat(longest - 1) + "…");
  }

  @Test
  void leavesNoHalfOfASurrogatePair() {
    assertThat(Texts.cut("ab😀😀", 5)).isEqualTo("ab😀…");
    assertThat(Texts.cut("abc😀😀", 5)).isEqualTo("abc…");
    assertThat(Texts.cut("😀😀😀", 6)).isEqualTo("😀😀😀");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t"})
  void givesADashForABlankTextWhichSlackWouldRefuse(String blank) {
    assertThat(Texts.cut(blank, 75)).isEqualTo("–");
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
    assertThat(Texts.escape(text)).isEqualTo(escaped);
  }
}
