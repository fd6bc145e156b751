package dev.mailbrake.mailbox;

/** An enum whose constants are stored; renaming one in the code must not rename what is stored. */
public interface Recorded {
  String name();

  /** The name in the database and in the audit log. Never changes. */
  default String recorded() {
    return name();
  }
}
