package dev.mailbrake.sandbox.slack.messages;

/**
 * A button in a message.
 *
 * @param value empty if the button has none
 * @param style {@code primary}, {@code danger} or empty
 */
public record SlackButton(
    String label, String actionId, String blockId, String value, String style) {

  /** Whether this is its action id or its label. */
  public boolean isCalled(String actionIdOrLabel) {
    return actionId.equals(actionIdOrLabel) || label.equals(actionIdOrLabel);
  }
}
