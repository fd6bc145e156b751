package dev.mailbrake.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.request.model.RequestId;
import dev.mailbrake.request.port.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Jobs written by a clock that was an hour ahead. */
@Timeout(60)
class FutureJobsTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @AutoClose private final JobsOnDisk work = new JobsOnDisk();

  @BeforeEach
  void open() {
    work.clock.passes(HOUR);
  }

  private void jumpsAheadAsLongAsItTakesToLookForDeadProcesses() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
    while (System.nanoTime() < end) {
      work.clock.passes(Duration.ofMinutes(1));
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private void isRightAgain() {
    work.clock.passes(HOUR.negated());
  }

  @Test
  void runAtOnceAfterAStart() throws Exception {
    work.addMessage("At once");
    isRightAgain();

    work.starts();
    assertThat(work.told.poll(10, TimeUnit.SECONDS)).isEqualTo("At once");
    work.settles(0);
  }

  @Test
  void runIfTheClockIsSetBackWhileTheyWait() throws Exception {
    work.delivery = () -> new Delivery.Later<>("Slack limits the rate", Duration.ofMinutes(2));
    work.starts();
    work.addMessage("Put off");
    work.nextTold();
    work.settles(1);
    work.delivery = () -> Delivery.done();
    isRightAgain();

    assertThat(work.told.poll(10, TimeUnit.SECONDS)).isEqualTo("Put off");
    work.settles(0);
  }

  @Test
  void areTakenOverTenSecondsAfterTheStartIfTheirProcessDied() throws Exception {
    work.addMessage("Taken over");
    work.jdbi.useHandle(
        handle ->
            handle.execute(
                "update scheduled_tasks set picked = true, picked_by = 'dead', last_heartbeat = ?",
                work.clock.instant()));
    isRightAgain();

    work.starts();
    work.settlesHeartbeats();
    assertThat(work.told).isEmpty();
    work.clock.passes(Duration.ofSeconds(11));

    assertThat(work.nextTold()).isEqualTo("Taken over");
    work.settles(0);
  }

  @Test
  void keepTheirTimeIfPeopleHaveReadIt() {
    Instant deadline = work.clock.instant().plus(Duration.ofMinutes(10));
    work.add(
        jobs -> {
          jobs.expire(new RequestId("waiting"), deadline);
          return deadline;
        });
    isRightAgain();

    work.starts();
    work.settles(1);
    assertThat(work.dueIn()).isEqualTo(HOUR.plusMinutes(10));
  }

  @Test
  void areNotTakenOverFromThisProcessWhenTheClockJumpsAhead() throws Exception {
    work.delivery =
        () -> {
          jumpsAheadAsLongAsItTakesToLookForDeadProcesses();
          return Delivery.done();
        };
    work.starts();
    work.addMessage("Once");
    work.nextTold();
    work.settles(0);
    assertThat(work.told).isEmpty();
  }
}
