package dev.mailbrake.sandbox.zoho;

import org.jspecify.annotations.Nullable;

/**
 * A fault that is switched on.
 *
 * @param only the kind of request it is limited to, or null for every kind the fault concerns
 * @param remaining how many more requests it affects, or {@link #UNTIL_CLEARED}
 */
public record ActiveFault(ZohoFault fault, @Nullable RequestKind only, int remaining) {

  public static final int UNTIL_CLEARED = -1;

  public ActiveFault {
    if (only != null && !fault.concerns(only)) {
      throw new IllegalArgumentException(fault + " never affects a request of kind " + only);
    }
    if (remaining < 1 && remaining != UNTIL_CLEARED) {
      throw new IllegalArgumentException("a fault affects at least one request, not " + remaining);
    }
  }

  public ActiveFault times(int requests) {
    return new ActiveFault(fault, only, requests);
  }

  public ActiveFault on(RequestKind kind) {
    return new ActiveFault(fault, kind, remaining);
  }

  boolean meets(RequestKind kind) {
    return fault.concerns(kind) && (only == null || only == kind);
  }
}
