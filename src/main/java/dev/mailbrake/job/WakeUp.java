package dev.mailbrake.job;

import dev.mailbrake.request.port.Ledger.Committed;
import java.util.Optional;

/** Wakes the runner, once there is one, when jobs may be due. */
public final class WakeUp {
  private volatile Optional<Runnable> listener = Optional.empty();

  /** Cheap, and harmless when nothing is due. */
  public void ring() {
    listener.ifPresent(Runnable::run);
  }

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
