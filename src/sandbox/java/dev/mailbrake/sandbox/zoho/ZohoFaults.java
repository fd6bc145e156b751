package dev.mailbrake.sandbox.zoho;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The faults that are on, each at most once. Guarded by the lock of {@link FakeZoho}. */
final class ZohoFaults {

  private final Map<ZohoFault, ActiveFault> active = new EnumMap<>(ZohoFault.class);

  void add(ActiveFault fault) {
    active.put(fault.fault(), fault);
  }

  void clear(ZohoFault fault) {
    active.remove(fault);
  }

  void clear() {
    active.clear();
  }

  List<ActiveFault> all() {
    return List.copyOf(active.values());
  }

  boolean isActive(ZohoFault fault) {
    return active.containsKey(fault);
  }

  /** Whether the fault affects this request; if so, this counts as one use. */
  boolean strikes(ZohoFault fault, RequestKind kind) {
    ActiveFault found = active.get(fault);
    if (found == null || !found.meets(kind)) {
      return false;
    }
    countDown(found);
    return true;
  }

  private void countDown(ActiveFault found) {
    if (found.remaining() == 1) {
      active.remove(found.fault());
    } else if (found.remaining() > 1) {
      active.put(found.fault(), found.times(found.remaining() - 1));
    }
  }
}
