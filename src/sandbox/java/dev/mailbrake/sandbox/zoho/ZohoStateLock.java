package dev.mailbrake.sandbox.zoho;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stand-in's only lock, and the listeners for changes, which run outside it. */
final class ZohoStateLock {

  private static final Logger LOG = LoggerFactory.getLogger(ZohoStateLock.class);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition happened = lock.newCondition();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  void listen(Runnable listener) {
    listeners.add(listener);
  }

  <T> T locked(Supplier<T> act) {
    lock.lock();
    try {
      return act.get();
    } finally {
      lock.unlock();
    }
  }

  /** Makes a change under the lock and notifies everyone. */
  void change(Runnable act) {
    lock.lock();
    try {
      act.run();
    } finally {
      lock.unlock();
    }
    signal();
  }

  void signal() {
    lock.lock();
    try {
      happened.signalAll();
    } finally {
      lock.unlock();
    }
    listeners.forEach(ZohoStateLock::runSafely);
  }

  void await(BooleanSupplier condition, Duration time, Supplier<String> seen) {
    long left = time.toNanos();
    lock.lock();
    try {
      while (!condition.getAsBoolean()) {
        if (left <= 0) {
          throw new AssertionError("not within " + time + "; " + seen.get());
        }
        left = happened.awaitNanos(left);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted; " + seen.get(), stopped);
    } finally {
      lock.unlock();
    }
  }

  private static void runSafely(Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException failure) {
      LOG.warn("A listener of the Zoho stand-in failed; Zoho still answers.", failure);
    }
  }
}
