package dev.mailbrake.mailbox;

public enum OutgoingStatus implements Recorded {
  CAN_SEND("allowed", "ALLOWED"),
  BLOCKED("blocked", "BLOCKED"),
  /** Zoho does not say: every field of its answers is optional. */
  UNKNOWN("not told by Zoho", "UNKNOWN");

  private final String word;
  private final String recorded;

  OutgoingStatus(String word, String recorded) {
    this.word = word;
    this.recorded = recorded;
  }

  /** Completes "outgoing mail is …". */
  public String word() {
    return word;
  }

  @Override
  public String recorded() {
    return recorded;
  }
}
