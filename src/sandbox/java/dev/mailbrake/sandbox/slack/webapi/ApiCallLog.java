package dev.mailbrake.sandbox.slack.webapi;

import dev.mailbrake.sandbox.slack.StateLock;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The bot's calls in the order of their answers, and the hooks around a call. */
public final class ApiCallLog {

  private final StateLock lock;
  private final Clock clock;
  private final List<SlackCall> calls = new ArrayList<>();
  private final Map<String, Runnable> hooks = new HashMap<>();
  private Predicate<String> arrivals = any -> true;

  public ApiCallLog(StateLock lock, Clock clock) {
    this.lock = lock;
    this.clock = clock;
  }

  void add(ApiRequest incoming, ApiAnswer answer) {
    SlackCall call =
        new SlackCall(clock.instant(), incoming.method(), incoming.summary(), answer.outcome());
    lock.change(
        () -> {
          calls.add(call);
        });
  }

  public List<SlackCall> all() {
    return lock.read(() -> List.copyOf(calls));
  }

  public void onCall(String method, Runnable hook) {
    lock.change(
        () -> {
          hooks.put(method, hook);
        });
  }

  public void beforeCall(Predicate<String> hook) {
    lock.change(
        () -> {
          arrivals = hook;
        });
  }

  /** Whether the call may take effect. Runs the hook outside the lock, like {@link #runHook}. */
  boolean admits(String method) {
    return lock.read(() -> arrivals).test(method);
  }

  /** Runs outside the lock: a hook may stop the bot, look around, or take its time. */
  void runHook(String method) {
    lock.read(() -> hooks.getOrDefault(method, () -> {})).run();
  }
}
