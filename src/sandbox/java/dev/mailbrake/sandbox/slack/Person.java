package dev.mailbrake.sandbox.slack;

/** Somebody of the workspace in front of their screen. */
public final class Person {

  private final String user;
  private final Workspace workspace;
  private final Commands commands;
  private final Clicks clicks;

  Person(String user, Workspace workspace, Commands commands, Clicks clicks) {
    this.user = user;
    this.workspace = workspace;
    this.commands = commands;
    this.clicks = clicks;
  }

  public Keyboard in(String channel) {
    return line -> commands.type(user, channel, line);
  }

  /** Clicks the first button with this action id or label. */
  public Acknowledgement clicks(SlackMessage message, String actionIdOrLabel) {
    return clicks(message, message.button(actionIdOrLabel));
  }

  /** Clicks the button with this action id or label and this value. */
  public Acknowledgement clicks(SlackMessage message, String actionIdOrLabel, String value) {
    return clicks(message, message.button(actionIdOrLabel, value));
  }

  /** Clicks a button as this snapshot shows it, even if the message has changed since. */
  public Acknowledgement clicks(SlackMessage message, SlackButton button) {
    return clicks.click(workspace.user(user), message, button);
  }

  /** Sends a signed click that no real message need offer. */
  public Acknowledgement clicksRaw(String channel, String ts, String actionId, String value) {
    SlackButton button = new SlackButton("raw", actionId, "raw", value, "");
    return clicks.clickRaw(workspace.user(user), channel, ts, button);
  }

  /** The message box of a channel. */
  public interface Keyboard {

    /** Sends a slash command; returns when the bot has acknowledged it or Slack has given up. */
    Acknowledgement types(String line);
  }
}
