package dev.mailbrake.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.metrics.Prometheus;
import dev.mailbrake.metrics.Scrape;
import dev.mailbrake.request.RequestId;
import dev.mailbrake.sandbox.MovableClock;
import dev.mailbrake.sandbox.database.FreshDatabase;
import dev.mailbrake.store.Database;
import dev.mailbrake.store.SqlLedger;
import java.nio.file.Path;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobQueueTest {
  @TempDir Path directory;

  @Test
  void showsWhatIsDueAndWhatBreaksOffAndNothingOnceTheDatabaseIsAway() {
    MovableClock clock = new MovableClock();
    FreshDatabase place = FreshDatabase.in(directory);
    try (Prometheus prometheus = Prometheus.of("of a test")) {
      try (Database database = Database.open(place.settings())) {
        JobQueue.measure(database.dataSource(), clock, prometheus.meters());
        SqlLedger ledger =
            new SqlLedger(database, JobTable.of(database.dataSource(), clock), () -> {});
        assertThat(prometheus.scrape())
            .contains("mailbrake_jobs_due 0", "mailbrake_jobs_oldest_due_age_seconds 0");

        ledger.transaction(
            entry -> {
              entry.jobs().apply(new RequestId("one"));
              entry.jobs().apply(new RequestId("two"));
              entry.jobs().expire(new RequestId("one"), clock.instant().plusSeconds(600));
              return entry;
            });
        Jdbi.create(place::connect)
            .useHandle(
                handle ->
                    handle.execute(
                        "update scheduled_tasks set consecutive_failures = 3"
                            + " where task_instance = 'two'"));
        clock.passes(Duration.ofSeconds(90));

        Scrape scrape = Scrape.of(prometheus);
        assertThat(scrape.sum("mailbrake_jobs_due")).isEqualTo(2);
        assertThat(scrape.sum("mailbrake_jobs_oldest_due_age_seconds")).isEqualTo(90);
        assertThat(scrape.sum("mailbrake_jobs_failing")).isEqualTo(1);
      }
      assertThat(prometheus.scrape())
          .contains("mailbrake_jobs_due NaN", "mailbrake_jobs_failing NaN");
    }
  }
}
