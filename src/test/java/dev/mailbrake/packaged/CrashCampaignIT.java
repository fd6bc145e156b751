package dev.mailbrake.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.bench.crash.CrashCampaign;
import dev.mailbrake.bench.crash.Findings;
import dev.mailbrake.bench.crash.Report;
import dev.mailbrake.bench.crash.RunOptions;
import java.time.Duration;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The campaign at its shortest; {@code mvn -Pcrash} runs the long one. */
@Execution(ExecutionMode.CONCURRENT)
class CrashCampaignIT {
  private static final int KILLS = 5;
  private static final long SEED = 20261123;
  private static final Duration SKEW = Duration.ofSeconds(30);

  @ParameterizedTest
  @EnumSource
  void losesNothingRepeatsNothingAndTellsTheTruth(RunOptions.DatabaseKind database) {
    Report report = CrashCampaign.run(new RunOptions(database, KILLS, SEED, SKEW));
    assertThat(report.findings()).describedAs(report::text).matches(Findings::isEmpty);
  }
}
