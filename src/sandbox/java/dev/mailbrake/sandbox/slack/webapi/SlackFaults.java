package dev.mailbrake.sandbox.slack.webapi;

import dev.mailbrake.sandbox.slack.StateLock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are switched on; of several that strike the same call, the oldest does. */
public final class SlackFaults {

  private final StateLock turn;
  private final List<PlannedFault> planned = new ArrayList<>();

  public SlackFaults(StateLock turn) {
    this.turn = turn;
  }

  /** From now on until {@link #end}, at every call that it concerns. */
  public void begin(SlackFault fault) {
    begin(fault.always());
  }

  public void begin(PlannedFault fault) {
    turn.change(
        () -> {
          planned.add(fault);
        });
  }

  public void end(SlackFault fault) {
    turn.change(
        () -> {
          planned.removeIf(it -> it.fault() == fault);
        });
  }

  public void endAll() {
    turn.change(planned::clear);
  }

  /** What is still to strike. */
  public List<PlannedFault> active() {
    return turn.look(() -> List.copyOf(planned));
  }

  /** The fault that strikes this call, which counts as one strike. */
  Optional<PlannedFault> strike(String method) {
    return turn.change(
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
