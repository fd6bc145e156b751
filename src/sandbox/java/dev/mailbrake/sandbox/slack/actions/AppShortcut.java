package dev.mailbrake.sandbox.slack.actions;

import java.util.List;

/**
 * A shortcut of the app's manifest, which is the only way for Slack to know of it.
 *
 * @param onMessage whether it is in the menu of each message, or else beside the message box
 */
public record AppShortcut(String callbackId, String name, boolean onMessage) {

  public static final List<AppShortcut> ALL =
      List.of(
          new AppShortcut("block-message", "Block outgoing mail…", true),
          new AppShortcut("block-mailbox", "Block a mailbox…", false));

  static AppShortcut of(String callbackId, boolean onMessage) {
    return ALL.stream()
        .filter(it -> it.callbackId().equals(callbackId) && it.onMessage() == onMessage)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No such shortcut here: " + callbackId));
  }
}
