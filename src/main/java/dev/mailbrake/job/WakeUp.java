package dev.mailbrake.job;

import dev.mailbrake.request.port.Ledger.Committed;
import java.util.Optional;

/** Rung when jobs may be due; wakes the runner, once there is one. */
public final class WakeUp {
  private volatile Optional<Runnable> listener = Optional.empty();

  /** Wakes the runner. Cheap, and harmless when nothing is due. */
  public void ring() {
    listener.ifPresent(Runnable::run);
  }

  /** The same after a commit with jobs in it. */
  public void after(Committed written) {
    if (written.hasJobs()) {
      ring();
    }
  }

  void wakes(Runnable runner) {
    listener = Optional.of(runner);
  }

  void wakesNobody() {
    listener = Optional.empty();
  }
}
