package dev.mailbrake.mailbox;

/** What a mailbox is in its organization, as far as changing it needs care. */
public enum MailboxRole implements Recorded {
  MEMBER("a member's"),
  ADMINISTRATOR("an administrator's"),
  /** The account behind Mailbrake's own token, whatever else it is. */
  TOKEN_OWNER("the token owner's"),
  /** Zoho does not say; every field of its answer is optional. */
  UNKNOWN("not told by Zoho");

  private final String word;

  MailboxRole(String word) {
    this.word = word;
  }

  /** For a line of facts. */
  public String word() {
    return word;
  }
}
