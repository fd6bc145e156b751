package dev.mailbrake.mailbox;

/** Whether a mailbox can send, as Zoho last said. */
public enum OutgoingStatus implements Recorded {
  CAN_SEND("allowed", "ALLOWED"),
  BLOCKED("blocked", "BLOCKED"),
  /** Zoho's answer did not say; every field of it is optional. */
  UNKNOWN("not told by Zoho", "UNKNOWN");

  private final String word;
  private final String recorded;

  OutgoingStatus(String word, String recorded) {
    this.word = word;
    this.recorded = recorded;
  }

  /** The word for a sentence: "outgoing mail is <i>blocked</i>". */
  public String word() {
    return word;
  }

  @Override
  public String recorded() {
    return recorded;
  }
}
