package dev.mailbrake.sandbox.slack.messages;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A message, in a channel or ephemeral, as it was when it was read.
 *
 * @param ts its identity within the channel, {@code seconds.micros}
 * @param threadTs the message it replies to, empty outside threads
 * @param broadcast whether this reply is shown in the channel as well
 * @param onlyFor the one user who sees it, empty if everybody in the channel does
 * @param author the user id of the bot or of a person; {@code USLACKBOT} for Slack's own errors
 * @param earlier what it said before, oldest first
 */
public record SlackMessage(
    String channel,
    String ts,
    String threadTs,
    boolean broadcast,
    String onlyFor,
    String author,
    Via via,
    Instant at,
    MessageBody body,
    List<MessageBody> earlier) {

  /** How a message was created, which decides who can change it. */
  public enum Via {
    /** A Web API call: the bot can update it. */
    API,
    /** A response URL or an acknowledgement. */
    RESPONSE_URL,
    /** Typed by a person, or said by Slack itself. */
    PERSON
  }

  public SlackMessage {
    earlier = List.copyOf(earlier);
  }

  public String text() {
    return body.text();
  }

  /** The fallback text: what a notification shows or a screen reader reads. */
  public String fallback() {
    return body.text();
  }

  public JsonNode blocks() {
    return body.blocks();
  }

  /** Everything a person would read, without the fallback text behind blocks. */
  public String plainText() {
    return body.plainText();
  }

  public List<SlackButton> buttons() {
    return body.buttons();
  }

  public boolean edited() {
    return !earlier.isEmpty();
  }

  public boolean isReply() {
    return !threadTs.isEmpty();
  }

  public boolean byResponseUrl() {
    return via == Via.RESPONSE_URL;
  }

  public boolean isEphemeral() {
    return !onlyFor.isEmpty();
  }

  /** The first button with this action id or label. */
  public SlackButton button(String actionIdOrLabel) {
    return buttons().stream()
        .filter(button -> button.isCalled(actionIdOrLabel))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No " + actionIdOrLabel + " in " + this));
  }

  /** The button with this action id or label and this value. */
  public SlackButton button(String actionIdOrLabel, String value) {
    return buttons().stream()
        .filter(button -> button.isCalled(actionIdOrLabel) && button.value().equals(value))
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("No " + actionIdOrLabel + " " + value + " in " + this));
  }

  SlackMessage saying(MessageBody next) {
    List<MessageBody> history = new ArrayList<>(earlier);
    history.add(body);
    return new SlackMessage(
        channel, ts, threadTs, broadcast, onlyFor, author, via, at, next, history);
  }

  @Override
  public String toString() {
    String audience = isEphemeral() ? " only for " + onlyFor : "";
    String state = edited() ? " (edited " + earlier.size() + " times)" : "";
    return "[" + channel + " " + ts + audience + "] " + author + state + ": " + plainText();
  }
}
