package dev.mailbrake.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReasonPatternTest {
  private static final Pattern WHOLE = Pattern.compile("^INC-[0-9]+$");

  @Test
  void isFoundAnywhereUnlessItIsAnchored() {
    ReasonPattern anywhere = new ReasonPattern(Pattern.compile("INC-[0-9]+"), "INC-1");
    assertThat(anywhere.accepts("see INC-1 please")).isTrue();
    assertThat(new ReasonPattern(WHOLE, "INC-1").accepts("INC-1")).isTrue();
    assertThat(new ReasonPattern(WHOLE, "INC-1").accepts("see INC-1 please")).isFalse();
  }

  @Test
  void neverShowsAnExampleThatWouldBeRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ReasonPattern(WHOLE, "4711"));
  }
}
