package dev.mailbrake.zoho;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.mailbox.Urgency;
import dev.mailbrake.request.port.CallLog;
import dev.mailbrake.sandbox.MovableClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class MinuteBudgetTest {
  private static final Duration MINUTE = Duration.ofSeconds(61);

  private final MovableClock clock = new MovableClock();
  private final CountedCalls record = new CountedCalls();
  private final BlockingQueue<Urgency> gone = new LinkedBlockingQueue<>();

  @Test
  void allowsThirtyInAMinuteAndDelaysTheThirtyFirst() {
    MinuteBudget budget = new MinuteBudget(30, record, clock);
    for (int i = 0; i < 30; i++) {
      assertThat(now(budget, Urgency.CHANGE)).isEmpty();
    }

    assertThat(now(budget, Urgency.CHANGE)).contains(MINUTE);

    clock.passes(MINUTE);
    assertThat(now(budget, Urgency.CHANGE)).isEmpty();
  }

  @Test
  void reservesAPartForMoreUrgentCalls() {
    MinuteBudget budget = new MinuteBudget(30, record, clock);
    spend(budget, Urgency.BACKGROUND, 15);
    assertThat(now(budget, Urgency.BACKGROUND)).isPresent();

    spend(budget, Urgency.LOOKUP, 9);
    assertThat(now(budget, Urgency.LOOKUP)).isPresent();

    spend(budget, Urgency.CHANGE, 6);
    assertThat(now(budget, Urgency.CHANGE)).isPresent();
  }

  @Test
  void doesNotWaitIfItsTurnWouldComeTooLate() {
    MinuteBudget budget = new MinuteBudget(1, record, clock);
    spend(budget, Urgency.CHANGE, 1);

    assertThat(budget.take(Urgency.CHANGE, Duration.ofSeconds(60))).contains(MINUTE);
  }

  @Test
  void putsAWaitingChangeBeforeALookupAndThatBeforeBackgroundWork() throws Exception {
    MinuteBudget budget = new MinuteBudget(1, record, clock);
    spend(budget, Urgency.CHANGE, 1);
    waits(budget, Urgency.BACKGROUND);
    waits(budget, Urgency.LOOKUP);
    waits(budget, Urgency.CHANGE);

    clock.passes(MINUTE);
    assertThat(gone.poll(10, TimeUnit.SECONDS)).isEqualTo(Urgency.CHANGE);
    clock.passes(MINUTE);
    assertThat(gone.poll(10, TimeUnit.SECONDS)).isEqualTo(Urgency.LOOKUP);
    clock.passes(MINUTE);
    assertThat(gone.poll(10, TimeUnit.SECONDS)).isEqualTo(Urgency.BACKGROUND);
  }

  @Test
  void stopsWaitingIfItsThreadIsInterrupted() throws Exception {
    MinuteBudget budget = new MinuteBudget(1, record, clock);
    spend(budget, Urgency.CHANGE, 1);
    Thread waiting = waits(budget, Urgency.CHANGE);

    waiting.interrupt();
    waiting.join();

    assertThat(gone).isEmpty();
    clock.passes(MINUTE);
    assertThat(now(budget, Urgency.CHANGE)).as("nobody is left in the queue").isEmpty();
  }

  @Test
  void pausesEverythingForAGrowingTimeAfterThrottling() {
    MinuteBudget budget = new MinuteBudget(30, record, clock);

    for (long minutes : new long[] {1, 2, 4, 8, 16, 16}) {
      Duration pause = Duration.ofMinutes(minutes);
      assertThat(budget.throttled(Duration.ZERO)).isEqualTo(pause);
      assertThat(now(budget, Urgency.CHANGE)).contains(pause);
      clock.passes(pause);
      assertThat(now(budget, Urgency.CHANGE)).isEmpty();
    }
  }

  @Test
  void startsWithTheShortestPauseAgainAfterAnAnswer() {
    MinuteBudget budget = new MinuteBudget(30, record, clock);
    budget.throttled(Duration.ZERO);
    clock.passes(MINUTE);
    budget.throttled(Duration.ZERO);
    clock.passes(MINUTE.multipliedBy(2));

    budget.answered();

    assertThat(budget.throttled(Duration.ZERO)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void treatsRefusalsOfConcurrentRequestsAsOneThrottling() {
    MinuteBudget budget = new MinuteBudget(30, record, clock);
    for (int i = 0; i < 5; i++) {
      assertThat(budget.throttled(Duration.ZERO)).isEqualTo(Duration.ofMinutes(1));
    }
  }

  @Test
  void pausesAsLongAsZohoAsksIfThatIsLonger() {
    MinuteBudget budget = new MinuteBudget(30, record, clock);

    assertThat(budget.throttled(Duration.ofMinutes(22))).isEqualTo(Duration.ofMinutes(22));
    assertThat(now(budget, Urgency.CHANGE)).contains(Duration.ofMinutes(22));
  }

  /** Two requests were in progress; the second refusal gives no time. */
  @Test
  void keepsALongerPauseThanALaterThrottlingAsksFor() {
    MinuteBudget budget = new MinuteBudget(30, record, clock);
    budget.throttled(Duration.ofMinutes(22));

    budget.throttled(Duration.ZERO);

    assertThat(now(budget, Urgency.CHANGE)).contains(Duration.ofMinutes(22));
  }

  @Test
  void doesNotStallIfAClockWasSetBack() {
    MinuteBudget budget = new MinuteBudget(1, record, clock);
    spend(budget, Urgency.CHANGE, 1);

    clock.passes(Duration.ofHours(-1));

    assertThat(now(budget, Urgency.CHANGE)).isEmpty();
  }

  @Test
  void pausesNoLongerThanMeantIfTheClockIsSetBack() {
    MinuteBudget budget = new MinuteBudget(30, record, clock);
    budget.throttled(Duration.ZERO);
    clock.passes(Duration.ofHours(-1));

    clock.passes(MINUTE);

    assertThat(now(budget, Urgency.CHANGE)).isEmpty();
  }

  @Test
  void sharesTheMinuteWithTheOtherProcesses() {
    MinuteBudget here = new MinuteBudget(30, record, clock);
    MinuteBudget there = new MinuteBudget(30, record, clock);
    spend(here, Urgency.CHANGE, 20);
    spend(there, Urgency.CHANGE, 10);

    assertThat(now(here, Urgency.CHANGE)).contains(MINUTE);
    assertThat(now(there, Urgency.CHANGE)).contains(MINUTE);
  }

  @Test
  void remembersCallsAcrossARestart() {
    spend(new MinuteBudget(2, record, clock), Urgency.CHANGE, 2);

    assertThat(now(new MinuteBudget(2, record, clock), Urgency.CHANGE)).contains(MINUTE);
  }

  @Test
  void pausesTheOtherProcessesToo() {
    MinuteBudget throttled = new MinuteBudget(30, record, clock);
    MinuteBudget other = new MinuteBudget(30, record, clock);
    spend(other, Urgency.CHANGE, 1);

    throttled.throttled(Duration.ofMinutes(3));

    assertThat(now(other, Urgency.CHANGE)).contains(Duration.ofMinutes(3));
  }

  /** A stalled database delays only those who need it. */
  @Test
  void answersFromMemoryWhileSomebodyElseWaitsForTheRecord() {
    StalledCalls stalled = new StalledCalls(record);
    MinuteBudget budget = new MinuteBudget(1, stalled, clock);
    spend(budget, Urgency.CHANGE, 1);
    stalled.stall();
    CompletableFuture<Duration> pausing =
        CompletableFuture.supplyAsync(() -> budget.throttled(Duration.ZERO));
    stalled.awaitSomebody();

    assertThat(CompletableFuture.supplyAsync(() -> now(budget, Urgency.CHANGE)))
        .succeedsWithin(Duration.ofSeconds(10))
        .isEqualTo(Optional.of(MINUTE));

    stalled.goOn();
    assertThat(pausing).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(Duration.ofMinutes(1));
  }

  private static Optional<Duration> now(MinuteBudget budget, Urgency urgency) {
    return budget.take(urgency, Duration.ZERO);
  }

  private static void spend(MinuteBudget budget, Urgency urgency, int requests) {
    for (int i = 0; i < requests; i++) {
      assertThat(now(budget, urgency)).isEmpty();
    }
  }

  /** Starts a thread that waits for its turn, and returns once it is waiting. */
  private Thread waits(MinuteBudget budget, Urgency urgency) {
    Thread thread =
        new Thread(
            () -> {
              if (budget.take(urgency, Duration.ofHours(1)).isEmpty()) {
                gone.add(urgency);
              }
            });
    thread.setDaemon(true);
    thread.start();
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    return thread;
  }

  /** A record that becomes slow on command. */
  private static final class StalledCalls implements CallLog.Shared {
    private final CallLog.Shared calls;
    private final CountDownLatch waiting = new CountDownLatch(1);
    private volatile CountDownLatch free = new CountDownLatch(0);

    StalledCalls(CallLog.Shared calls) {
      this.calls = calls;
    }

    void stall() {
      free = new CountDownLatch(1);
    }

    void awaitSomebody() {
      await(waiting);
    }

    void goOn() {
      free.countDown();
    }

    @Override
    public <T> T update(Function<CallLog, T> work) {
      if (free.getCount() > 0) {
        waiting.countDown();
        await(free);
      }
      return calls.update(work);
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
