package dev.mailbrake.sandbox.slack.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mailbrake.sandbox.slack.messages.MessageBody;
import dev.mailbrake.sandbox.slack.protocol.MethodArguments;
import dev.mailbrake.sandbox.slack.protocol.SlackError;
import java.util.List;

/** Slack's rules for the content of a message, wherever it comes from. */
public final class MessageRules {

  /** The maximum characters of text in a new message. */
  public static final int POSTED = 40_000;

  /** The maximum characters of text in {@code chat.update}. */
  public static final int UPDATED = 4_000;

  private MessageRules() {}

  /** The message in these arguments, with missing ids filled in, as Slack does. */
  public static MessageBody read(MethodArguments arguments, int textLimit) {
    String text = arguments.text("text");
    JsonNode blocks = arguments.json("blocks", "invalid_blocks_format");
    if (text.length() > textLimit) {
      throw new SlackError("msg_too_long");
    }
    if (blocks.isMissingNode() || (blocks.isArray() && blocks.isEmpty())) {
      return plain(text);
    }
    List<String> problems = BlockRules.problems(blocks, BlockRules.MESSAGE);
    if (!problems.isEmpty()) {
      throw SlackError.because("invalid_blocks", problems);
    }
    return new MessageBody(text, BlockIds.filledIn(blocks));
  }

  private static MessageBody plain(String text) {
    if (text.isBlank()) {
      throw new SlackError("no_text");
    }
    return MessageBody.plain(text);
  }
}
