package dev.mailbrake.command;

import dev.mailbrake.mailbox.Action;

/**
 * A form as a person sent it: each field as typed, not escaped, and empty where it was left empty.
 *
 * @param person the Slack id of the person whose mailbox it is
 * @param address the mailbox's address instead
 * @param duration such as {@code 4h}
 */
public record FilledModal(
    Action action, String person, String address, String duration, String reason) {

  /** A field of the form in which a change is asked for. */
  public enum ModalField {
    PERSON,
    ADDRESS,
    DURATION,
    REASON
  }
}
