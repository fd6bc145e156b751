package dev.mailbrake.sandbox.slack.webapi;

import dev.mailbrake.sandbox.slack.StateLock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are on; if several concern the same call, the oldest applies. */
public final class SlackFaults {

  private final StateLock lock;
  private final List<PlannedFault> planned = new ArrayList<>();

  public SlackFaults(StateLock lock) {
    this.lock = lock;
  }

  /** From now until {@link #end}, for every call that it concerns. */
  public void begin(SlackFault fault) {
    begin(fault.always());
  }

  public void begin(PlannedFault fault) {
    lock.change(
        () -> {
          planned.add(fault);
        });
  }

  public void end(SlackFault fault) {
    lock.change(
        () -> {
          planned.removeIf(it -> it.fault() == fault);
        });
  }

  public void endAll() {
    lock.change(planned::clear);
  }

  /** The faults that are not used up. */
  public List<PlannedFault> active() {
    return lock.read(() -> List.copyOf(planned));
  }

  /** The fault for this call; it counts as one use. */
  Optional<PlannedFault> strike(String method) {
    return lock.change(
        () -> {
          Optional<PlannedFault> struck =
              planned.stream().filter(it -> it.strikes(method)).findFirst();
          struck.ifPresent(this::count);
          return struck;
        });
  }

  private void count(PlannedFault fault) {
    int place = planned.indexOf(fault);
    PlannedFault rest = fault.afterOneCall();
    if (rest.isOver()) {
      planned.remove(place);
    } else {
      planned.set(place, rest);
    }
  }
}
