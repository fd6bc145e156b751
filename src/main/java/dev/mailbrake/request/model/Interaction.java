package dev.mailbrake.request.model;

import dev.mailbrake.audit.PersonName;

/**
 * One thing a person did in Slack: typed a command, sent a modal or pressed a button.
 *
 * @param id Slack's id of it, the same at each delivery; empty for what is not delivered
 * @param from the person, and where they are answered
 * @param on what they pressed a button on; nothing for a command or a modal
 */
public record Interaction(String id, Recipient from, PressedOn on) {

  /** A command or a modal. */
  public Interaction(String id, Recipient from) {
    this(id, from, PressedOn.NOTHING);
  }

  public PersonName who() {
    return from.who();
  }
}
