package dev.mailbrake.sandbox.slack.messages;

/**
 * A button as it lies in a message.
 *
 * @param value empty if the button carries none
 * @param style {@code primary}, {@code danger} or empty
 */
public record SlackButton(
    String label, String actionId, String blockId, String value, String style) {

  /** Whether a test means this button by that name: its action id or the words on it. */
  public boolean isCalled(String actionIdOrLabel) {
    return actionId.equals(actionIdOrLabel) || label.equals(actionIdOrLabel);
  }
}
