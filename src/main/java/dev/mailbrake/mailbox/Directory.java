package dev.mailbrake.mailbox;

/** Where mailboxes are looked up by the addresses that people know. */
public interface Directory {

  /**
   * Looks one mailbox up by its primary address or an alias. May block until the request budget has
   * room and the other side has answered; may be repeated at will.
   */
  Lookup find(MailAddress address);
}
