package dev.mailbrake.sandbox.slack.actions;

import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.delivery.BotAcknowledgement;
import dev.mailbrake.sandbox.slack.messages.Placement;
import dev.mailbrake.sandbox.slack.messages.SlackButton;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.people.FakeWorkspace;
import dev.mailbrake.sandbox.slack.views.ShownModal;
import dev.mailbrake.sandbox.slack.views.SlackView;

/** A person of the workspace, in front of their screen. */
public final class SlackPerson {

  private final String user;
  private final FakeWorkspace workspace;
  private final UserActions userActions;

  public SlackPerson(String user, FakeWorkspace workspace, UserActions userActions) {
    this.user = user;
    this.workspace = workspace;
    this.userActions = userActions;
  }

  public Keyboard in(String channel) {
    return line -> userActions.commands().type(user, channel, line);
  }

  /** Posts an ordinary message. */
  public SlackMessage says(String channel, String text) {
    return userActions.posts().say(user, Placement.inChannel(channel), text);
  }

  /** Replies in the thread of a message. */
  public SlackMessage replies(SlackMessage parent, String text) {
    Placement thread = Placement.inThread(parent.channel(), parent.ts());
    return userActions.posts().say(user, thread, text);
  }

  /** Looks at a channel: what rang there is seen, except in threads. */
  public void looksAt(String channel) {
    userActions.posts().lookAt(user, channel);
  }

  /** Opens the thread of a message: what rang there is seen. */
  public void looksAtThread(SlackMessage parent) {
    userActions.posts().lookAtThread(user, parent);
  }

  /** Runs a global shortcut where no channel is shown. */
  public BotAcknowledgement runsShortcut(String callbackId) {
    return runsShortcut(callbackId, "");
  }

  /** Runs a global shortcut while looking at this channel, which the bot is not told. */
  public BotAcknowledgement runsShortcut(String callbackId, String channel) {
    return userActions.shortcuts().run(workspace.user(user), callbackId, channel);
  }

  /** Runs a message shortcut on a message as this snapshot shows it. */
  public BotAcknowledgement runsShortcutOn(String callbackId, SlackMessage message) {
    return userActions.shortcuts().runOn(workspace.user(user), callbackId, message);
  }

  /** Clicks the first button or menu item with this action id or label. */
  public BotAcknowledgement clicks(SlackMessage message, String actionIdOrLabel) {
    return clicks(message, message.button(actionIdOrLabel));
  }

  /** Clicks the button with this action id or label and this value. */
  public BotAcknowledgement clicks(SlackMessage message, String actionIdOrLabel, String value) {
    return clicks(message, message.button(actionIdOrLabel, value));
  }

  /** Clicks a button as this snapshot shows it, even if the message has changed since. */
  public BotAcknowledgement clicks(SlackMessage message, SlackButton button) {
    return userActions.clicks().click(workspace.user(user), message, button);
  }

  /** Sends a signed click that no real message needs to offer. */
  public BotAcknowledgement clicksRaw(String channel, String ts, String actionId, String value) {
    SlackButton button = new SlackButton("raw", actionId, "raw", value, "");
    return userActions.clicks().clickRaw(workspace.user(user), channel, ts, button);
  }

  /** Opens the bot's home tab; {@link FakeSlack#home} is what it then shows. */
  public BotAcknowledgement opensHome() {
    return userActions.viewClicks().openHome(workspace.user(user));
  }

  /** Clicks the first button in the home tab with this action id or label. */
  public BotAcknowledgement clicksAtHome(String actionIdOrLabel) {
    return clicksAtHome(actionIdOrLabel, "");
  }

  /** The same, narrowed to this block or value unless it is empty. */
  public BotAcknowledgement clicksAtHome(String actionIdOrLabel, String blockIdOrValue) {
    SlackView home =
        userActions
            .openViews()
            .home(user)
            .orElseThrow(() -> new IllegalArgumentException("No home tab for " + user));
    SlackButton button = home.button(actionIdOrLabel, blockIdOrValue);
    return userActions.viewClicks().click(workspace.user(user), home, button);
  }

  /** This person's open modal, now or later. */
  public ShownModal form() {
    return new ShownModal(
        workspace.user(user),
        workspace,
        userActions.openViews(),
        userActions.submissions(),
        userActions.viewClicks());
  }

  /** The message box of a channel. */
  public interface Keyboard {

    /** Sends a slash command; returns when the bot has acknowledged it or Slack has given up. */
    BotAcknowledgement types(String line);
  }
}
