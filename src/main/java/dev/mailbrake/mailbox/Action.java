package dev.mailbrake.mailbox;

/** What may be done to a mailbox's outgoing mail. */
public enum Action {
  BLOCK(OutgoingStatus.BLOCKED, "block"),
  ALLOW(OutgoingStatus.ALLOWED, "allow");

  private final OutgoingStatus wanted;
  private final String verb;

  Action(OutgoingStatus wanted, String verb) {
    this.wanted = wanted;
    this.verb = verb;
  }

  /** The status that the mailbox has once the action took effect. */
  public OutgoingStatus wanted() {
    return wanted;
  }

  /** The verb in lower case, for a sentence. */
  public String verb() {
    return verb;
  }
}
