package dev.mailbrake.mailbox;

public interface Directory {

  /**
   * Finds a mailbox by its primary address or an alias. Blocks while the call budget is used up and
   * until Zoho answers. May be repeated.
   */
  Lookup find(MailAddress address);
}
