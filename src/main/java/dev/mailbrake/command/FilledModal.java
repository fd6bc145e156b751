package dev.mailbrake.command;

import dev.mailbrake.mailbox.Action;

/**
 * A submitted modal: each field as typed, unescaped, empty if it was left empty.
 *
 * @param person the Slack id of the mailbox's owner, instead of an address
 */
public record FilledModal(
    Action action, String person, String address, String duration, String reason) {

  public enum ModalField {
    PERSON,
    ADDRESS,
    DURATION,
    REASON
  }
}
