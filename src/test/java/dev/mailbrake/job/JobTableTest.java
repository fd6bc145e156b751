package dev.mailbrake.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mailbrake.request.model.CardId;
import dev.mailbrake.request.model.RequestId;
import dev.mailbrake.request.port.Jobs;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class JobTableTest {
  @AutoClose private final JobsOnDisk work = new JobsOnDisk();

  @Test
  void writesAJobInTheTransactionOfItsCause() {
    work.addMessage("Not you");

    assertThat(work.rows()).singleElement().asString().startsWith("send-message");
  }

  @Test
  void writesNoJobIfTheTransactionIsRolledBack() {
    assertThatThrownBy(
            () ->
                work.add(
                    jobs -> {
                      addEachKind(jobs);
                      throw new IllegalStateException("rolled back");
                    }))
        .hasMessage("rolled back");

    assertThat(work.rows()).isEmpty();
  }

  @Test
  void keepsOneJobOfAKindPerRequest() {
    work.add(
        jobs -> {
          addEachKind(jobs);
          addEachKind(jobs);
          return jobs;
        });
    work.add(
        jobs -> {
          jobs.apply(new RequestId("r"));
          jobs.show(new CardId("c"), 1);
          return jobs;
        });

    assertThat(work.rows()).as("messages alone are each their own job").hasSize(5);
  }

  @Test
  void addsAJobForEveryRevisionOfACard() {
    work.add(
        jobs -> {
          jobs.show(new CardId("c"), 1);
          jobs.show(new CardId("c"), 2);
          return jobs;
        });

    assertThat(work.rows()).hasSize(2);
  }

  @Test
  void storesJobsInAReadableForm() {
    work.add(
        jobs -> {
          jobs.expire(new RequestId("r"), work.clock.instant().plus(Duration.ofMinutes(10)));
          return jobs;
        });

    assertThat(work.rows())
        .containsExactly(
            "expire-request 1795425000000 {\"payload\":{\"value\":\"r\"},\"tries\":0}");
  }

  private void addEachKind(Jobs jobs) {
    jobs.apply(new RequestId("r"));
    jobs.expire(new RequestId("r"), work.clock.instant());
    jobs.show(new CardId("c"), 1);
    jobs.send(JobsOnDisk.message("Not you"));
  }
}
