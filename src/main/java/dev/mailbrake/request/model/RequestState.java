package dev.mailbrake.request.model;

import dev.mailbrake.mailbox.Recorded;

public enum RequestState implements Recorded {
  WAITING,
  CANCELLED,
  EXPIRED,
  /** The account, or the block it was to end, is gone. */
  VOID,
  /** The change is being applied. */
  CONFIRMED,
  /** Zoho accepted the change but doesn't show it yet. */
  ACCEPTED,
  /** Zoho shows the new status. */
  VERIFIED,
  /** The mailbox had the wanted status before anything was written. */
  UNCHANGED,
  /** Zoho accepted the change but never showed it, and checking has ended. */
  UNVERIFIED,
  /** The change could not be made, or nobody knows whether it took effect. */
  FAILED,
  DRY_RUN;

  public boolean isWaiting() {
    return this == WAITING;
  }

  public boolean isBeingApplied() {
    return this == CONFIRMED || this == ACCEPTED;
  }

  @Override
  public String recorded() {
    return this == DRY_RUN ? "REHEARSED" : name();
  }
}
