package dev.mailbrake.mailbox;

/** What can be done to a mailbox's outgoing mail. */
public enum Action implements Recorded {
  BLOCK(OutgoingStatus.BLOCKED, "block", "BLOCK"),
  UNBLOCK(OutgoingStatus.CAN_SEND, "allow", "ALLOW");

  private final OutgoingStatus wanted;
  private final String verb;
  private final String recorded;

  Action(OutgoingStatus wanted, String verb, String recorded) {
    this.wanted = wanted;
    this.verb = verb;
    this.recorded = recorded;
  }

  /** The status of the mailbox once the action took effect. */
  public OutgoingStatus wanted() {
    return wanted;
  }

  /** In lower case, for a sentence. */
  public String verb() {
    return verb;
  }

  @Override
  public String recorded() {
    return recorded;
  }
}
