package dev.mailbrake.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BlockTimeRoundTripTest {

  @Property
  void readsWhatItWrote(@ForAll @IntRange(max = 999_999) int minutes) {
    Duration duration = Duration.ofMinutes(minutes);
    assertThat(BlockTime.parse(BlockTime.format(duration))).contains(duration);
  }
}
