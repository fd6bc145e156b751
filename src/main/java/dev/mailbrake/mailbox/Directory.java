package dev.mailbrake.mailbox;

/** Looks mailboxes up by the addresses that people know. */
public interface Directory {

  /**
   * Finds a mailbox by its primary address or an alias. Blocks until the call budget has room and
   * the other side answers. May be repeated.
   */
  Lookup find(MailAddress address);
}
