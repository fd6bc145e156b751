package dev.mailbrake.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.check.Finding;
import dev.mailbrake.config.DatabaseSettings;
import dev.mailbrake.sandbox.database.FreshDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseClockCheckTest {
  private static List<Finding> look(DatabaseSettings settings, long secondsAhead) {
    Clock wall = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(secondsAhead));
    return DatabaseClockCheck.of(settings, new MachineTime(wall, System::nanoTime)).look();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1})
  void ignoresAMoment(long ahead) {
    assertThat(look(FreshDatabase.onPostgres().settings(), ahead))
        .containsExactly(
            Finding.good("Database clock", "this machine's clock and the database's agree"));
  }

  @ParameterizedTest
  @CsvSource({"30, 'ahead of'", "-30, behind"})
  void saysThatTheClocksDifferAndWhatToDo(long ahead, String words) {
    assertThat(look(FreshDatabase.onPostgres().settings(), ahead))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.failed()).isTrue();
              assertThat(finding.seen())
                  .matches("this machine's clock is (29|30) seconds " + words + " the database's");
              assertThat(finding.remedy()).contains("NTP", "goes by the database's clock");
            });
  }

  @Test
  void givesUpOnAServerThatDoesNotAnswer() {
    assertThat(look(new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/mailbrake"), 0))
        .containsExactly(Finding.skipped("Database clock", "Database"));
  }

  @Test
  void comparesNothingWithAFile(@TempDir Path directory) {
    assertThat(look(FreshDatabase.file(directory.resolve("none.db")).settings(), 30)).isEmpty();
    assertThat(directory).isEmptyDirectory();
  }
}
