package dev.mailbrake.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Slack's rules for what a message may say, wherever it comes from. */
final class MessageRules {

  /** Characters of text in a new message. */
  static final int POSTED = 40_000;

  /** Characters of text in {@code chat.update}. */
  static final int UPDATED = 4_000;

  private MessageRules() {}

  /** The message in these arguments; ids that the bot left out are filled in, as Slack does. */
  static MessageBody read(Arguments arguments, int textLimit) {
    String text = arguments.text("text");
    JsonNode blocks = arguments.json("blocks", "invalid_blocks_format");
    if (text.length() > textLimit) {
      throw new SlackRefusal("msg_too_long");
    }
    if (blocks.isMissingNode() || (blocks.isArray() && blocks.isEmpty())) {
      return plain(text);
    }
    List<String> problems = BlockKit.problems(blocks, BlockKit.MESSAGE);
    if (!problems.isEmpty()) {
      throw SlackRefusal.because("invalid_blocks", problems);
    }
    return new MessageBody(text, BlockIds.filledIn(blocks));
  }

  private static MessageBody plain(String text) {
    if (text.isBlank()) {
      throw new SlackRefusal("no_text");
    }
    return MessageBody.plain(text);
  }
}
