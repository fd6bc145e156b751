package dev.mailbrake.bench.crash;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Several people working at once. */
final class Workload implements AutoCloseable {
  private static final int PEOPLE = 3;
  private static final Duration LAST_DELIVERY = Duration.ofSeconds(10);

  private final List<RandomApprover> clickers;
  private final List<Thread> threads;

  private Workload(List<RandomApprover> clickers) {
    this.clickers = clickers;
    threads = clickers.stream().map(it -> new Thread(it, "clicker")).toList();
  }

  static Workload start(Testbed testbed, long seed) {
    Workload people =
        new Workload(
            IntStream.range(0, PEOPLE)
                .mapToObj(number -> new RandomApprover(testbed, new Random(seed + 1 + number)))
                .toList());
    people.threads.forEach(
        thread -> {
          thread.setDaemon(true);
          thread.start();
        });
    return people;
  }

  int commands() {
    return clickers.stream().mapToInt(RandomApprover::commands).sum();
  }

  int clicks() {
    return clickers.stream().mapToInt(RandomApprover::clicks).sum();
  }

  int undelivered() {
    return clickers.stream().mapToInt(RandomApprover::undelivered).sum();
  }

  /** Lets everybody finish the current action. */
  @Override
  public void close() {
    clickers.forEach(RandomApprover::stop);
    for (Thread thread : threads) {
      try {
        thread.join(LAST_DELIVERY.toMillis());
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
