package dev.mailbrake.slack;

import dev.mailbrake.log.NamedThreads;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.request.port.Replies;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The threads that handle acknowledged interactions. Commands wait for Zoho and clicks may too, so
 * clicks and modals get their own threads. Each method returns false if too many wait already.
 */
final class Workers implements AutoCloseable {
  private static final int THREADS = 8;
  private static final int WAITING = 1_000;
  private static final Duration GRACE = Duration.ofSeconds(6);

  private final Replies replies;
  private final ThreadPoolExecutor commands = pool("command");
  private final ThreadPoolExecutor clicks = pool("click");
  private final ThreadPoolExecutor modals = pool("modal");

  Workers(Replies replies) {
    this.replies = replies;
  }

  /** Eight threads, for which a thousand tasks may wait. */
  static ThreadPoolExecutor pool(String name) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            NamedThreads.of(name));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  boolean command(Interaction interaction, Consumer<Interaction> work) {
    return offer(commands, interaction, work);
  }

  boolean click(Interaction interaction, Consumer<Interaction> work) {
    return offer(clicks, interaction, work);
  }

  /** For what opens a modal, which must not wait behind clicks. */
  boolean modal(Interaction interaction, Consumer<Interaction> work) {
    return offer(modals, interaction, work);
  }

  private boolean offer(
      ThreadPoolExecutor pool, Interaction interaction, Consumer<Interaction> work) {
    try {
      pool.execute(new AnsweredTask(replies, interaction, work));
      return true;
    } catch (RejectedExecutionException busy) {
      return false;
    }
  }

  /** Takes nothing more, gives what it took a few seconds to finish, and gives up the rest. */
  @Override
  public void close() {
    List<ThreadPoolExecutor> pools = List.of(clicks, commands, modals);
    pools.forEach(ThreadPoolExecutor::shutdown);
    try {
      clicks.awaitTermination(GRACE.toMillis() / 2, TimeUnit.MILLISECONDS);
      commands.awaitTermination(GRACE.toMillis() / 2, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    List<Runnable> left = pools.stream().flatMap(pool -> pool.shutdownNow().stream()).toList();
    left.forEach(task -> ((AnsweredTask) task).giveUp());
  }
}
