package dev.mailbrake.sandbox.page;

/** Something that can be made to go wrong from the page. */
interface FaultSwitch {

  /** Stable, such as {@code zoho-down}. */
  String id();

  String label();

  boolean isOn();

  void turn(boolean on);

  /** Whether it stays on; otherwise turning it on is a single act. */
  boolean stays();
}
