package dev.mailbrake.job;

import dev.mailbrake.request.port.Ledger.Committed;
import java.util.Optional;

/** Wakes the runner, once there is one, when jobs may be due. */
public final class WakeUp {
  private volatile Optional<Runnable> listener = Optional.empty();

  /** Cheap, and harmless when nothing is due. */
  public void wake() {
    listener.ifPresent(Runnable::run);
  }

  public void afterCommit(Committed written) {
    if (written.hasJobs()) {
      wake();
    }
  }

  void listen(Runnable runner) {
    listener = Optional.of(runner);
  }

  void stopListening() {
    listener = Optional.empty();
  }
}
