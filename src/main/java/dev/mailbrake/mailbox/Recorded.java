package dev.mailbrake.mailbox;

/** An enum whose constants are kept in the database; renaming a constant must not rename those. */
public interface Recorded {
  /** The constant's name in the code. */
  String name();

  /** The constant's name in the database and in the audit log. Never changes. */
  default String recorded() {
    return name();
  }
}
