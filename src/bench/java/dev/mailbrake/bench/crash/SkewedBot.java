package dev.mailbrake.bench.crash;

import dev.mailbrake.Bot;
import dev.mailbrake.config.Configuration;
import dev.mailbrake.store.MachineTime;
import java.time.Clock;
import java.time.Duration;

/** The packaged jar's bot on a machine whose clock is ahead by the given number of seconds. */
public final class SkewedBot {
  private SkewedBot() {}

  public static void main(String[] arguments) {
    Duration ahead = Duration.ofSeconds(Long.parseLong(arguments[0]));
    Clock wall = Clock.offset(Clock.systemUTC(), ahead);
    Bot.start(Configuration.from(System.getenv()), new MachineTime(wall, System::nanoTime));
  }
}
