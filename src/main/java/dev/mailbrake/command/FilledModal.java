package dev.mailbrake.command;

import dev.mailbrake.mailbox.Action;

/** A submitted modal: fields as typed, possibly empty; {@code person} is the owner's Slack id. */
public record FilledModal(
    Action action, String person, String address, String duration, String reason) {

  public enum ModalField {
    PERSON,
    ADDRESS,
    DURATION,
    REASON
  }
}
