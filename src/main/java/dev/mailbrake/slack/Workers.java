package dev.mailbrake.slack;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads on which commands and clicks are handled once Slack has its acknowledgement. Commands
 * wait for Zoho, so clicks have threads of their own.
 */
final class Workers implements AutoCloseable {
  private static final int THREADS = 8;
  private static final int WAITING = 1_000;
  private static final Duration GRACE = Duration.ofSeconds(6);

  private final ThreadPoolExecutor commands = pool("command-");
  private final ThreadPoolExecutor clicks = pool("click-");

  private static ThreadPoolExecutor pool(String name) {
    AtomicInteger count = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            work -> new Thread(work, name + count.incrementAndGet()));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /**
   * Handles a command soon.
   *
   * @throws java.util.concurrent.RejectedExecutionException if too many wait already
   */
  void command(Runnable work) {
    commands.execute(work);
  }

  /** Handles a click soon; otherwise like {@link #command}. */
  void click(Runnable work) {
    clicks.execute(work);
  }

  /** Takes nothing more, and lets what was taken finish for a few seconds. */
  @Override
  public void close() {
    commands.shutdown();
    clicks.shutdown();
    try {
      clicks.awaitTermination(GRACE.toMillis() / 2, TimeUnit.MILLISECONDS);
      commands.awaitTermination(GRACE.toMillis() / 2, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    clicks.shutdownNow();
    commands.shutdownNow();
  }
}
