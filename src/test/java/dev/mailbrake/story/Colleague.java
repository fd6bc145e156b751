package dev.mailbrake.story;

import dev.mailbrake.sandbox.slack.delivery.BotAcknowledgement;
import dev.mailbrake.sandbox.slack.messages.Notification;
import dev.mailbrake.sandbox.slack.messages.SlackButton;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.views.ShownModal;
import dev.mailbrake.sandbox.slack.views.SlackView;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Somebody who types commands and presses buttons. */
final class Colleague {
  private final Workplace workplace;
  private final String id;

  Colleague(Workplace workplace, String id) {
    this.workplace = workplace;
    this.id = id;
  }

  String id() {
    return id;
  }

  BotAcknowledgement types(String line) {
    return types(line, Workplace.CHANNEL);
  }

  BotAcknowledgement types(String line, String channel) {
    return workplace.slack.as(id).in(channel).types(line);
  }

  BotAcknowledgement presses(String label, SlackMessage card) {
    return workplace.slack.as(id).clicks(card, label);
  }

  /** Presses a button of the message as it looked earlier. */
  BotAcknowledgement presses(SlackButton button, SlackMessage card) {
    return workplace.slack.as(id).clicks(card, button);
  }

  /** Posts an ordinary message in the channel. */
  SlackMessage says(String text) {
    return workplace.slack.as(id).says(Workplace.CHANNEL, text);
  }

  /** Runs the message shortcut. */
  BotAcknowledgement runsShortcutOn(SlackMessage message) {
    return workplace.slack.as(id).runsShortcutOn("block-message", message);
  }

  /** Runs the global shortcut while looking at the channel. */
  BotAcknowledgement runsShortcut() {
    return workplace.slack.as(id).runsShortcut("block-mailbox", Workplace.CHANNEL);
  }

  /** The messages for which their phone rang, oldest first. */
  List<SlackMessage> rings() {
    return workplace.slack.ringsOf(id).stream().map(Notification::message).toList();
  }

  /** The message that only they see, once it contains all of these. */
  SlackMessage reads(String... words) {
    return first(this::privateMessages, words);
  }

  /** The bot's direct message to them, once it contains all of these. */
  SlackMessage readsDirectly(String... words) {
    return first(() -> workplace.slack.messages("D" + id.substring(1)), words);
  }

  private SlackMessage first(Supplier<List<SlackMessage>> messages, String... words) {
    return workplace.slack.await(
        () ->
            messages.get().stream()
                .filter(message -> Stream.of(words).allMatch(message.plainText()::contains))
                .findFirst(),
        Workplace.PATIENCE);
  }

  List<SlackMessage> privateMessages() {
    return workplace.slack.ephemerals(id);
  }

  /** Requests a block and returns the card that appears. */
  SlackMessage asksToBlock(String address) {
    types("/mail-block " + address + " sends phishing");
    return workplace.card("Block outgoing mail?", address);
  }

  /** The modal that opens for them. */
  ShownModal form() {
    return workplace.slack.awaitForm(id, any -> true);
  }

  /** Opens the home tab and returns it, once it contains all of these. */
  SlackView opensHome(String... words) {
    workplace.slack.as(id).opensHome();
    return seesAtHome(words);
  }

  /** Their open home tab, once it contains all of these. */
  SlackView seesAtHome(String... words) {
    return workplace.slack.awaitHome(
        id, home -> Stream.of(words).allMatch(home.plainText()::contains));
  }

  BotAcknowledgement pressesAtHome(String label) {
    return workplace.slack.as(id).clicksAtHome(label);
  }
}
