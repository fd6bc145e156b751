package dev.mailbrake.slack.check;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatDeleteResponse;
import dev.mailbrake.check.Finding;
import dev.mailbrake.slack.SlackApi;
import dev.mailbrake.slack.SlackRefusal;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;

/**
 * Checks whether the bot can write to a channel. {@code conversations.info} would say so but needs
 * a scope that the bot has no other use for. So this tries to delete a message of 1970 that cannot
 * exist, which neither posts nor deletes anything.
 *
 * <p>Documented (docs.slack.dev/reference/methods/chat.delete): a bot with {@code chat:write} can
 * delete only its own messages; {@code message_not_found} and {@code channel_not_found}. Not
 * documented: whether Slack looks for the message before it checks whether the bot is in a public
 * channel. So a refusal is certain, and anything else is only likely.
 *
 * @param subject of the finding
 * @param setting names the channel
 */
record ChannelCheck(SlackApi api, String subject, String setting) {
  private static final String NO_MESSAGE = "0000000000.000000";
  private static final Set<String> EXISTS = Set.of("message_not_found", "cant_delete_message");
  private static final Set<String> OUTSIDE = Set.of("channel_not_found", "not_in_channel");

  Finding look(String channel) {
    try {
      ChatDeleteResponse answer =
          api.methods().chatDelete(delete -> delete.channel(channel).ts(NO_MESSAGE));
      return finding(channel, Objects.requireNonNullElse(answer.getError(), ""));
    } catch (IOException | SlackApiException | RuntimeException broken) {
      return Finding.bad(
          subject, "%s: %s".formatted(channel, SlackRefusal.words(broken)), "Try again later.");
    }
  }

  private Finding finding(String channel, String error) {
    if (EXISTS.contains(error)) {
      return Finding.unchecked(
          subject,
          "%s exists, but only a post would show that the bot is in it".formatted(channel),
          "If it isn't, type /invite and its name in that channel.");
    }
    if (OUTSIDE.contains(error)) {
      return Finding.bad(
          subject,
          "the bot isn't in %s, or there's no such channel (%s)".formatted(channel, error),
          "Type /invite and the bot's name in that channel, or correct %s.".formatted(setting));
    }
    return Finding.bad(
        subject,
        "%s: %s".formatted(channel, SlackRefusal.answered(error)),
        "Fix that, or set %s to a channel that the bot is in.".formatted(setting));
  }
}
