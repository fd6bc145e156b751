package dev.mailbrake.slack.check;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatDeleteResponse;
import dev.mailbrake.check.Finding;
import dev.mailbrake.slack.SlackApi;
import dev.mailbrake.slack.SlackRefusal;
import java.io.IOException;
import java.util.Set;

/**
 * Checks whether the bot can write to the audit channel. {@code conversations.info} would say so
 * but needs a scope that the bot has no other use for. So this tries to delete a message of 1970
 * that cannot exist, which neither posts nor deletes anything.
 *
 * <p>Documented (docs.slack.dev/reference/methods/chat.delete): a bot with {@code chat:write} can
 * delete only its own messages; {@code message_not_found} and {@code channel_not_found}. Not
 * documented: whether Slack looks for the message before it checks whether the bot is in a public
 * channel. So a refusal is certain, and a good finding is only likely.
 */
final class AuditChannel {
  private static final String NO_MESSAGE = "0000000000.000000";
  private static final Set<String> MAY_WRITE = Set.of("message_not_found", "cant_delete_message");
  private static final Set<String> OUTSIDE = Set.of("channel_not_found", "not_in_channel");

  private AuditChannel() {}

  static Finding look(SlackApi api, String channel) {
    try {
      ChatDeleteResponse answer =
          api.methods().chatDelete(delete -> delete.channel(channel).ts(NO_MESSAGE));
      return finding(channel, String.valueOf(answer.getError()));
    } catch (IOException | SlackApiException | RuntimeException broken) {
      return bad(SlackRefusal.words(broken), "Try again later.");
    }
  }

  private static Finding finding(String channel, String error) {
    if (MAY_WRITE.contains(error)) {
      return Finding.good(
          SlackCheck.AUDIT_CHANNEL,
          "the bot can use %s, as far as can be seen without posting".formatted(channel));
    }
    if (OUTSIDE.contains(error)) {
      return bad(
          "the bot is not in %s, or there is no such channel (%s)".formatted(channel, error),
          "Invite the bot: type /invite and its name in that channel; or correct"
              + " MAILBRAKE_AUDIT_CHANNEL.");
    }
    return bad(
        "Slack answered %s about %s".formatted(error, channel),
        "Fix that, or set MAILBRAKE_AUDIT_CHANNEL to a channel that the bot is in.");
  }

  private static Finding bad(String seen, String remedy) {
    return Finding.bad(SlackCheck.AUDIT_CHANNEL, seen, remedy);
  }
}
