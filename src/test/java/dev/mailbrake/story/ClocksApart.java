package dev.mailbrake.story;

import dev.mailbrake.Bot;
import dev.mailbrake.config.Configuration;
import dev.mailbrake.sandbox.database.MovableDatabaseTime;
import dev.mailbrake.store.MachineTime;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Processes on one PostgreSQL whose clock shows the story's time; the clocks of their machines are
 * equally far behind and ahead of it.
 */
record ClocksApart(Duration apart) implements Workplace.Start {
  @Override
  public void prepare(Workplace work) {
    work.clock.addFollower(MovableDatabaseTime.of(work.database));
  }

  @Override
  public Bot bot(Workplace work, Configuration how, int number) {
    Clock wall = Clock.offset(work.clock, apart.multipliedBy(number).minus(apart.dividedBy(2)));
    return Bot.start(
        how, new MachineTime(wall, () -> TimeUnit.MILLISECONDS.toNanos(work.clock.millis())));
  }
}
