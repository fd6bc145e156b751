package dev.mailbrake.story;

import dev.mailbrake.sandbox.slack.Acknowledgement;
import dev.mailbrake.sandbox.slack.SlackMessage;
import java.util.List;
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

  Acknowledgement types(String line) {
    return types(line, Workplace.CHANNEL);
  }

  Acknowledgement types(String line, String channel) {
    return workplace.slack.as(id).in(channel).types(line);
  }

  Acknowledgement presses(String label, SlackMessage card) {
    return workplace.slack.as(id).clicks(card, label);
  }

  /** What only they see, once it says all of these. */
  SlackMessage reads(String... words) {
    return workplace.slack.await(
        () ->
            privateMessages().stream()
                .filter(message -> Stream.of(words).allMatch(message.plainText()::contains))
                .findFirst(),
        Workplace.PATIENCE);
  }

  List<SlackMessage> privateMessages() {
    return workplace.slack.ephemerals(id);
  }

  /** Asks for a block and gives the card that appears. */
  SlackMessage asksToBlock(String address) {
    types("/mail-block " + address + " sends phishing");
    return workplace.card("Block outgoing mail?", address);
  }
}
