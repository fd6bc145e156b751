package dev.mailbrake.request.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.fixture.SampleRequest;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Effect;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockTimerTest {
  private static final Instant SINCE = SampleRequest.ASKED_AT;

  @ParameterizedTest
  @CsvSource({
    "PT5M, PT1M15S",
    "PT9M, PT2M15S",
    "PT10M, PT5M",
    "PT20M, PT5M",
    "PT24M, PT6M",
    "PT59M, PT14M45S",
    "PT60M, PT15M",
    "PT61M, PT15M",
    "PT4H, PT15M",
    "PT720H, PT15M",
  })
  void remindsATenthBeforeTheEndButAQuarterOfAnHourAtMost(Duration lasts, Duration notice) {
    ChangeRequest block =
        SampleRequest.block().lasts(lasts).effect(Effect.from(SINCE).lasting(lasts, SINCE)).made();
    assertThat(BlockTimer.remindsAt(block)).isEqualTo(SINCE.plus(lasts).minus(notice));
  }
}
