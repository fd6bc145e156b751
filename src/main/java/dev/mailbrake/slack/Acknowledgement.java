package dev.mailbrake.slack;

import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.bolt.response.Response;
import dev.mailbrake.slack.blocks.PrivateBlocks;

/** The acknowledgement of a command, seen by the one who typed it. */
final class Acknowledgement {
  static final String BUSY =
      "Mailbrake has too much to do just now, so nothing was asked for. Please try again.";

  private final PrivateBlocks answers;

  Acknowledgement(PrivateBlocks answers) {
    this.answers = answers;
  }

  /**
   * Always declared ephemeral: an acknowledgement in the channel would show the typed command
   * there.
   *
   * @param text plain text
   */
  Response of(String text) {
    return Response.json(
        200,
        SlashCommandResponse.builder()
            .responseType("ephemeral")
            .text(answers.fallback(text))
            .blocks(answers.blocks(text))
            .build());
  }
}
