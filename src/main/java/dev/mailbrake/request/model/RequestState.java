package dev.mailbrake.request.model;

import dev.mailbrake.mailbox.Recorded;

/** Where a request stands. */
public enum RequestState implements Recorded {
  /** Shown with its buttons; nobody has decided. */
  WAITING,
  /** Somebody decided against it. */
  CANCELLED,
  /** Nobody decided in time. */
  EXPIRED,
  /** What it was asked for is not there any more: another account, or a block that is over. */
  VOID,
  /** An approver confirmed; the change is being applied. */
  CONFIRMED,
  /** Zoho took the change but does not show it yet; still checking. */
  ACCEPTED,
  /** Zoho shows the new status. */
  VERIFIED,
  /** The mailbox was in the wanted status before anything was written. */
  UNCHANGED,
  /** Zoho took the change but never showed it, and checking has ended. */
  UNVERIFIED,
  /** The change could not be made, or its fate is not known. */
  FAILED,
  /** A dry run ended where the change would have been sent. */
  DRY_RUN;

  /** Whether a decision is still to be made. */
  public boolean isWaiting() {
    return this == WAITING;
  }

  /** Whether it is confirmed and its end is still to come. */
  public boolean isBeingApplied() {
    return this == CONFIRMED || this == ACCEPTED;
  }

  @Override
  public String recorded() {
    return this == DRY_RUN ? "REHEARSED" : name();
  }
}
