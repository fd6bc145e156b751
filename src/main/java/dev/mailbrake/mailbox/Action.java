package dev.mailbrake.mailbox;

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

  /** The mailbox's status once the action has taken effect. */
  public OutgoingStatus wanted() {
    return wanted;
  }

  public String verb() {
    return verb;
  }

  @Override
  public String recorded() {
    return recorded;
  }
}
