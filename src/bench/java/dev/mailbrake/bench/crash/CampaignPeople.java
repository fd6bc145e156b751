package dev.mailbrake.bench.crash;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Several people at work at once. */
final class CampaignPeople implements AutoCloseable {
  private static final int HOW_MANY = 3;
  private static final Duration LAST_DELIVERY = Duration.ofSeconds(10);

  private final List<Clicker> clickers;
  private final List<Thread> threads;

  private CampaignPeople(List<Clicker> clickers) {
    this.clickers = clickers;
    threads = clickers.stream().map(it -> new Thread(it, "clicker")).toList();
  }

  static CampaignPeople atWork(Stage stage, long seed) {
    CampaignPeople people =
        new CampaignPeople(
            IntStream.range(0, HOW_MANY)
                .mapToObj(number -> new Clicker(stage, new Random(seed + 1 + number)))
                .toList());
    people.threads.forEach(
        thread -> {
          thread.setDaemon(true);
          thread.start();
        });
    return people;
  }

  int commands() {
    return clickers.stream().mapToInt(Clicker::commands).sum();
  }

  int clicks() {
    return clickers.stream().mapToInt(Clicker::clicks).sum();
  }

  int undelivered() {
    return clickers.stream().mapToInt(Clicker::undelivered).sum();
  }

  /** Lets everybody finish what they do. */
  @Override
  public void close() {
    clickers.forEach(Clicker::stop);
    for (Thread thread : threads) {
      try {
        thread.join(LAST_DELIVERY.toMillis());
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
