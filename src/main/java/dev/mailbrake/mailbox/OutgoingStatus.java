package dev.mailbrake.mailbox;

/** Whether a mailbox's outgoing mail flows, as Zoho last said. */
public enum OutgoingStatus {
  ALLOWED("allowed"),
  BLOCKED("blocked"),
  /** Zoho's answer did not say; every field of it is optional. */
  UNKNOWN("not told by Zoho");

  private final String word;

  OutgoingStatus(String word) {
    this.word = word;
  }

  /** The word for a sentence: "outgoing mail is <i>blocked</i>". */
  public String word() {
    return word;
  }
}
