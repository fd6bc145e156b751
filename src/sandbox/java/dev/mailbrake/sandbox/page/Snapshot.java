package dev.mailbrake.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * All that the page shows at one moment, in the shape in which the browser gets it.
 *
 * @param ahead milliseconds by which the sandbox's clock is ahead of real time
 * @param people whom one can be
 * @param names of everybody and everything that a message can mention, by id
 */
record Snapshot(
    long ahead,
    List<Who> people,
    List<Room> channels,
    List<Name> names,
    List<SaidMessage> messages,
    List<View> homes,
    List<View> forms,
    List<Box> mailboxes,
    List<Asked> requests,
    List<SwitchedFault> faults) {

  /**
   * Somebody to be.
   *
   * @param standing what the bot's policy will think of them, in a word or two
   */
  record Who(String id, String name, String standing) {}

  /** A channel. */
  record Room(String id, String name, boolean hasBot) {}

  /**
   * A name behind an id.
   *
   * @param text with its sign: {@code @Ada Lovelace}, {@code #random}
   */
  record Name(String id, String text) {}

  /**
   * A message.
   *
   * @param onlyFor the one user who sees it, empty for everybody
   * @param author {@code bot}, {@code slack}, or {@code person}
   * @param at milliseconds since 1970
   */
  record SaidMessage(
      String channel,
      String ts,
      String threadTs,
      String onlyFor,
      String author,
      String authorName,
      long at,
      boolean edited,
      String text,
      JsonNode blocks) {}

  /**
   * Somebody's home tab or form.
   *
   * @param json as Slack sends it to the bot
   * @param errors what stands beneath inputs, by block id
   * @param trouble empty if there is none
   */
  record View(String user, JsonNode json, Map<String, String> errors, String trouble) {}

  /** A mailbox as Zoho really has it. */
  record Box(String address, List<String> aliases, String name, String role, boolean blocked) {}

  /**
   * A request that Zoho received.
   *
   * @param number counts all requests from the start
   * @param at milliseconds since 1970
   * @param status 0 where the connection closed without an answer
   */
  record Asked(int number, long at, String method, String path, int status) {}

  /**
   * A switch.
   *
   * @param stays false for a single act
   */
  record SwitchedFault(String id, String label, boolean on, boolean stays) {}
}
