package dev.mailbrake.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.fixture.RecordOnDisk;
import dev.mailbrake.metrics.Prometheus;
import dev.mailbrake.metrics.Scrape;
import dev.mailbrake.request.model.RequestId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JobQueueTest {
  @Test
  void countsDueAndFailingJobsAndNothingOnceTheDatabaseIsDown() {
    try (Prometheus prometheus = Prometheus.of("of a test")) {
      try (RecordOnDisk record = RecordOnDisk.fresh()) {
        JobQueue.measure(record.database.dataSource(), record.clock, prometheus.meters());
        assertThat(prometheus.scrape())
            .contains("mailbrake_jobs_due 0", "mailbrake_jobs_oldest_due_age_seconds 0");

        record.within(
            tx -> {
              tx.jobs().apply(new RequestId("one"));
              tx.jobs().apply(new RequestId("two"));
              tx.jobs().expire(new RequestId("one"), record.clock.instant().plusSeconds(600));
              return tx;
            });
        record.execute(
            "update scheduled_tasks set consecutive_failures = 3 where task_instance = 'two'");
        record.clock.passes(Duration.ofSeconds(90));

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
