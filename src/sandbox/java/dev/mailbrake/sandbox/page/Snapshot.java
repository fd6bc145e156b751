package dev.mailbrake.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mailbrake.sandbox.slack.actions.AppShortcut;
import java.util.List;
import java.util.Map;

/**
 * Everything the page shows at one moment, in the JSON form that the browser gets.
 *
 * @param ahead milliseconds by which the sandbox's clock is ahead of real time
 * @param people whom the user can act as
 * @param rings the notifications that nobody has looked at yet
 * @param names everyone and everything that a message can mention, by id
 */
record Snapshot(
    long ahead,
    List<PagePerson> people,
    List<PageChannel> channels,
    List<MentionName> names,
    List<PageMessage> messages,
    List<PageRing> rings,
    List<AppShortcut> shortcuts,
    List<PageView> homes,
    List<PageView> forms,
    List<PageMailbox> mailboxes,
    List<PageRequest> requests,
    List<PageFault> faults) {

  /**
   * A person the user can act as.
   *
   * @param status what the bot's policy thinks of them, in a word or two
   */
  record PagePerson(String id, String name, String status) {}

  record PageChannel(String id, String name, boolean hasBot) {}

  /**
   * What an id stands for.
   *
   * @param text with its sign: {@code @Ada Lovelace}, {@code #random}
   */
  record MentionName(String id, String text) {}

  /**
   * A message.
   *
   * @param onlyFor the one user who sees it, empty for everybody
   * @param broadcast whether a reply is shown in the channel as well
   * @param author {@code bot}, {@code app} for another one, {@code slack}, or {@code person}
   * @param at milliseconds since 1970
   */
  record PageMessage(
      String channel,
      String ts,
      String threadTs,
      boolean broadcast,
      String onlyFor,
      String author,
      String authorName,
      long at,
      boolean edited,
      String text,
      JsonNode blocks,
      JsonNode attachments) {}

  /** A notification, by the message that caused it. */
  record PageRing(String user, String channel, String ts, String threadTs, boolean broadcast) {}

  /**
   * Somebody's home tab or modal.
   *
   * @param json as Slack sends it to the bot
   * @param errors the messages beneath inputs, by block id
   * @param trouble empty if there is none
   */
  record PageView(String user, JsonNode json, Map<String, String> errors, String trouble) {}

  /** A mailbox as Zoho really has it. */
  record PageMailbox(
      String address, List<String> aliases, String name, String role, boolean blocked) {}

  /**
   * A request that Zoho received.
   *
   * @param number its place among all requests since the start
   * @param at milliseconds since 1970
   * @param status 0 if the connection closed without an answer
   */
  record PageRequest(int number, long at, String method, String path, int status) {}

  /**
   * A fault's switch.
   *
   * @param stays false for a one-time action
   */
  record PageFault(String id, String label, boolean on, boolean stays) {}
}
