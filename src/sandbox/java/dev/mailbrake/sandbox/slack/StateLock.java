package dev.mailbrake.sandbox.slack;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The stand-in's only lock, and the signal for everyone who waits for a change. */
public final class StateLock {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  public <T> T read(Supplier<T> reading) {
    lock.lock();
    try {
      return reading.get();
    } finally {
      lock.unlock();
    }
  }

  /** Makes the change and signals it; listeners run after unlocking, so they may read the state. */
  public <T> T change(Supplier<T> doing) {
    lock.lock();
    try {
      return doing.get();
    } finally {
      changed.signalAll();
      boolean outermost = lock.getHoldCount() == 1;
      lock.unlock();
      if (outermost) {
        listeners.forEach(Runnable::run);
      }
    }
  }

  public void change(Runnable doing) {
    boolean unused =
        change(
            () -> {
              doing.run();
              return true;
            });
  }

  void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Tries again after every change; {@code dump} explains a timeout. */
  public <T> T await(Supplier<Optional<T>> wanted, Duration patience, Supplier<String> dump) {
    long left = patience.toNanos();
    lock.lock();
    try {
      while (true) {
        Optional<T> found = wanted.get();
        if (found.isPresent()) {
          return found.get();
        }
        if (left <= 0) {
          throw new AssertionError("Not seen within " + patience + ".\n" + dump.get());
        }
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting.\n" + dump.get(), interrupted);
    } finally {
      lock.unlock();
    }
  }
}
