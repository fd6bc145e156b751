package dev.mailbrake.bench.crash;

import dev.mailbrake.sandbox.process.BotProcess;
import dev.mailbrake.sandbox.slack.FakeSlack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The bot's processes; Slack's deliveries take turns between them, dead or alive. */
final class Processes implements AutoCloseable {
  private static final Duration POLL_INTERVAL = Duration.ofMillis(25);
  private static final Duration LONGEST_START = Duration.ofMinutes(3);
  private static final int MAX_FAILED_STARTS = 3;

  private final Path folder;
  private final Map<String, String> environment;
  private final FakeSlack slack;
  private final Skew skew;
  private final Map<Integer, Running> running = new TreeMap<>();
  private int started;
  private boolean ended;

  /**
   * @param folder shared by all processes
   * @param environment shared by all processes, except for the port
   * @param skew whose clock is wrong
   */
  Processes(Path folder, Map<String, String> environment, FakeSlack slack, Skew skew) {
    this.folder = folder;
    this.environment = Map.copyOf(environment);
    this.slack = slack;
    this.skew = skew;
  }

  /** Starts the process with this number, on a different port than before. */
  synchronized void start(int number) {
    if (ended) {
      throw new IllegalStateException("the campaign was stopped");
    }
    try {
      int port = BotProcess.freePort();
      Map<String, String> own = new HashMap<>(environment);
      own.put("PORT", Integer.toString(port));
      running.put(number, new Running(program(own, number), port));
      started++;
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot start the jar", failed);
    }
    slack.connect(
        running.values().stream().map(it -> it.address("/slack/events")).toArray(URI[]::new));
  }

  private BotProcess program(Map<String, String> own, int number) throws IOException {
    Duration ahead = skew.ofNext(number);
    return ahead.isZero()
        ? BotProcess.startQuickly(folder, own)
        : BotProcess.startQuickly(folder, own, SkewedBot.class, Long.toString(ahead.toSeconds()));
  }

  /**
   * Waits until the process is ready; starts it again if it ended, as it may have lost its port.
   */
  void awaitReady(int number) {
    for (int failed = 0; failed < MAX_FAILED_STARTS; failed++) {
      Running it = at(number);
      if (isReady(it)) {
        return;
      }
      if (it.program().isAlive()) {
        break;
      }
      start(number);
    }
    throw new IllegalStateException("process does not start:\n" + at(number).program().output());
  }

  private static boolean isReady(Running it) {
    long end = System.nanoTime() + LONGEST_START.toNanos();
    while (it.program().isAlive() && System.nanoTime() < end) {
      if (BotProcess.get(it.address("/health/ready")) == 200) {
        return true;
      }
      Pause.of(POLL_INTERVAL);
    }
    return false;
  }

  void kill(int number) {
    at(number).program().kill();
  }

  synchronized int started() {
    return started;
  }

  private synchronized Running at(int number) {
    Running it = running.get(number);
    if (it == null) {
      throw new IllegalArgumentException("no process " + number);
    }
    return it;
  }

  /** Kills all processes and starts no more. */
  synchronized void end() {
    ended = true;
    running.values().forEach(it -> it.program().kill());
  }

  @Override
  public void close() {
    end();
  }

  private record Running(BotProcess program, int port) {
    URI address(String path) {
      return URI.create("http://127.0.0.1:" + port + path);
    }
  }
}
