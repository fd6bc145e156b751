package dev.mailbrake.zoho;

import dev.mailbrake.request.port.CallLog;
import dev.mailbrake.request.port.CallLog.ThrottlePause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The calls, counted in memory; any number of budgets can share them. */
final class CountedCalls implements CallLog, CallLog.Shared {
  private final List<Instant> calls = new ArrayList<>();
  private ThrottlePause pause = ThrottlePause.NONE;

  @Override
  public synchronized <T> T update(Function<CallLog, T> work) {
    return work.apply(this);
  }

  @Override
  public void add(Instant at) {
    calls.add(at);
  }

  @Override
  public List<Instant> after(Instant moment) {
    return calls.stream().filter(at -> at.isAfter(moment)).sorted().toList();
  }

  @Override
  public ThrottlePause pause() {
    return pause;
  }

  @Override
  public void pause(ThrottlePause next) {
    pause = next;
  }
}
