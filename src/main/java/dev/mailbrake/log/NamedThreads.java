package dev.mailbrake.log;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Names its threads {@code name-1}, {@code name-2} and so on, for the log. */
public final class NamedThreads implements ThreadFactory {
  private final String name;
  private final boolean daemon;
  private final AtomicInteger count = new AtomicInteger();

  private NamedThreads(String name, boolean daemon) {
    this.name = name;
    this.daemon = daemon;
  }

  public static NamedThreads of(String name) {
    return new NamedThreads(name, false);
  }

  public static NamedThreads daemons(String name) {
    return new NamedThreads(name, true);
  }

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
    thread.setDaemon(daemon);
    return thread;
  }
}
