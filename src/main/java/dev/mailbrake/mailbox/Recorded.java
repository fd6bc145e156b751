package dev.mailbrake.mailbox;

/** An enum that is stored: renaming a constant in the code must not change what is stored. */
public interface Recorded {
  String name();

  /** The name in the database and the audit log. Never changes. */
  default String recorded() {
    return name();
  }
}
