package dev.mailbrake.sandbox.page;

/** A fault that can be switched on from the page. */
interface FaultSwitch {

  /** Stable, such as {@code zoho-down}. */
  String id();

  String label();

  boolean isOn();

  void turn(boolean on);

  /** False if switching it on is a one-time action. */
  boolean stays();
}
