package dev.mailbrake.policy;

/** What a person is in our workspace. Only a full member can be an approver. */
public enum Membership {
  FULL("a full member"),
  DEACTIVATED("a deactivated user"),
  BOT("a bot"),
  GUEST("a guest"),
  INVITED("an invited user who has not joined yet"),
  OTHER_WORKSPACE("from another workspace");

  private final String phrase;

  Membership(String phrase) {
    this.phrase = phrase;
  }

  /** The words that complete "this person is …". */
  public String phrase() {
    return phrase;
  }
}
