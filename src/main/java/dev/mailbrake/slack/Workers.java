package dev.mailbrake.slack;

import dev.mailbrake.log.NamedThreads;
import dev.mailbrake.request.model.Interaction;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The threads on which commands and clicks are handled once Slack has its acknowledgement. Commands
 * wait for Zoho, and a click may, so clicks and forms have threads of their own.
 */
final class Workers implements AutoCloseable {
  private static final int THREADS = 8;
  private static final int WAITING = 1_000;
  private static final Duration GRACE = Duration.ofSeconds(6);

  private final AnsweredTask handling;
  private final ThreadPoolExecutor commands = pool("command");
  private final ThreadPoolExecutor clicks = pool("click");
  private final ThreadPoolExecutor modals = pool("modal");

  Workers(AnsweredTask handling) {
    this.handling = handling;
  }

  private static ThreadPoolExecutor pool(String name) {
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

  /**
   * Handles a command soon.
   *
   * @return false if too many wait already
   */
  boolean command(Interaction interaction, Consumer<Interaction> work) {
    return taken(commands, interaction, work);
  }

  /** Handles a click soon; otherwise like {@link #command}. */
  boolean click(Interaction interaction, Consumer<Interaction> work) {
    return taken(clicks, interaction, work);
  }

  /** Opens a modal soon, behind no click that waits; otherwise like {@link #command}. */
  boolean modal(Interaction interaction, Consumer<Interaction> work) {
    return taken(modals, interaction, work);
  }

  private boolean taken(
      ThreadPoolExecutor pool, Interaction interaction, Consumer<Interaction> work) {
    try {
      pool.execute(handling.of(interaction, work));
      return true;
    } catch (RejectedExecutionException busy) {
      return false;
    }
  }

  /** Takes nothing more, lets what was taken finish for a few seconds, and gives up the rest. */
  @Override
  public void close() {
    commands.shutdown();
    clicks.shutdown();
    modals.shutdown();
    try {
      clicks.awaitTermination(GRACE.toMillis() / 2, TimeUnit.MILLISECONDS);
      commands.awaitTermination(GRACE.toMillis() / 2, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    Stream.of(clicks, commands, modals)
        .flatMap(pool -> pool.shutdownNow().stream())
        .map(AnsweredTask.Task.class::cast)
        .forEach(AnsweredTask.Task::giveUp);
  }
}
