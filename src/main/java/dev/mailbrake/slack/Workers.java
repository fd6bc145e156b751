package dev.mailbrake.slack;

import dev.mailbrake.log.NamedThreads;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.port.Replies;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

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

  private final ScheduledThreadPoolExecutor notices =
      new ScheduledThreadPoolExecutor(1, NamedThreads.of("notice"));

  private final Duration patience;

  Workers(Replies replies) {
    this(replies, Duration.ofSeconds(2));
  }

  /**
   * @param patience how long somebody waits for an answer before they are told that there is one to
   *     come
   */
  Workers(Replies replies, Duration patience) {
    this.replies = replies;
    this.patience = patience;
    notices.setRemoveOnCancelPolicy(true);
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

  /** Tells the person what they wait for if it takes long. */
  boolean command(
      Interaction interaction, Supplier<String> waitingFor, Consumer<Interaction> work) {
    Future<?> notice =
        notices.schedule(
            () -> replies.send(PrivateMessage.to(interaction.from(), waitingFor.get())),
            patience.toMillis(),
            TimeUnit.MILLISECONDS);
    boolean taken = command(interaction, by -> during(notice, () -> work.accept(by)));
    if (!taken) {
      notice.cancel(false);
    }
    return taken;
  }

  private static void during(Future<?> notice, Runnable work) {
    try {
      work.run();
    } finally {
      notice.cancel(false);
    }
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
    notices.shutdownNow();
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
