package dev.mailbrake.sandbox.slack;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The one lock of the stand-in, and the bell that rings for everybody who waits for a change. */
public final class StateLock {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  public <T> T look(Supplier<T> reading) {
    lock.lock();
    try {
      return reading.get();
    } finally {
      lock.unlock();
    }
  }

  /** Runs the change and rings; listeners run after the lock is free, so they may look again. */
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

  /** Asks again after every change; {@code dump} explains the failure when patience runs out. */
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
