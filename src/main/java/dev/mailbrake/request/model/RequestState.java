package dev.mailbrake.request.model;

import dev.mailbrake.mailbox.Recorded;

public enum RequestState implements Recorded {
  WAITING,
  CANCELLED,
  /** Nobody decided in time. */
  EXPIRED,
  /** What it was about is gone: the account, or the block. */
  VOID,
  /** An approver confirmed; the change is being applied. */
  CONFIRMED,
  /** Zoho accepted the change but does not show it yet; still checking. */
  ACCEPTED,
  /** Zoho shows the new status. */
  VERIFIED,
  /** The mailbox had the wanted status before anything was written. */
  UNCHANGED,
  /** Zoho accepted the change but never showed it, and checking has ended. */
  UNVERIFIED,
  /** The change could not be made, or nobody knows whether it took effect. */
  FAILED,
  /** A dry run ended where the change would have been sent. */
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
