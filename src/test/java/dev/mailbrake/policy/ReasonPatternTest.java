package dev.mailbrake.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ReasonPatternTest {
  private static final Pattern SLOW = Pattern.compile("(.*,){12}INC");
  private static final String HOSTILE = ",".repeat(500);
  private static final Pattern WHOLE = Pattern.compile("^INC-[0-9]+$");

  @Test
  void matchesAnywhereUnlessAnchored() {
    ReasonPattern anywhere = new ReasonPattern(Pattern.compile("INC-[0-9]+"), "INC-1", () -> 0);
    assertThat(anywhere.accepts("see INC-1 please")).isTrue();
    assertThat(new ReasonPattern(WHOLE, "INC-1", () -> 0).accepts("INC-1")).isTrue();
    assertThat(new ReasonPattern(WHOLE, "INC-1", () -> 0).accepts("see INC-1 please")).isFalse();
  }

  @Test
  void neverShowsAnExampleThatWouldBeRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReasonPattern(WHOLE, "4711", () -> 0));
  }

  /** Some of Java's searches in 500 characters would take years. */
  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void givesUpASearchAtItsDeadline() {
    Ticks time = new Ticks();
    ReasonPattern slow = new ReasonPattern(SLOW, "", time);

    assertThat(slow.isSlowOn(HOSTILE)).isTrue();
    assertThat(time.passed()).isBetween(Duration.ofMillis(50), Duration.ofMillis(51));
    assertThat(slow.objectionAtOnceTo(HOSTILE)).as("left to whoever has more time").isEmpty();
    assertThat(time.passed()).isBetween(Duration.ofMillis(100), Duration.ofMillis(102));

    assertThat(slow.objectionTo(HOSTILE))
        .hasValueSatisfying(
            why -> {
              assertThat(why.rule()).isEqualTo("reason");
              assertThat(why.sentence()).contains("takes too long", SLOW.pattern());
            });
    assertThat(time.passed()).isBetween(Duration.ofMillis(350), Duration.ofMillis(353));
  }

  @Test
  void answersAtOnceWhatIsQuickToAnswer() {
    ReasonPattern slow = new ReasonPattern(SLOW, "", new Ticks());

    assertThat(slow.isSlowOn(",,,,,,,,,,,,INC")).isFalse();
    assertThat(slow.objectionAtOnceTo(",,,,,,,,,,,,INC")).isEmpty();
    assertThat(slow.objectionAtOnceTo("because")).isPresent();
    assertThat(slow.objectionAtOnceTo("")).isPresent();
  }

  @Test
  void readsGroupsAndReferencesAsInAnyText() {
    ReasonPattern twice = new ReasonPattern(Pattern.compile("^(?<a>\\w+) \\1$"), "a a", () -> 0);

    assertThat(twice.accepts("INC INC")).isTrue();
    assertThat(twice.accepts("INC SEC")).isFalse();
  }

  /** A hundred nanoseconds pass between one reading and the next. */
  private static final class Ticks implements LongSupplier {
    private long nanos;

    @Override
    public long getAsLong() {
      nanos += 100;
      return nanos;
    }

    Duration passed() {
      return Duration.ofNanos(nanos);
    }
  }
}
