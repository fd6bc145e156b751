package dev.mailbrake.slack.check;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatDeleteResponse;
import dev.mailbrake.check.Finding;
import dev.mailbrake.slack.SlackApi;
import dev.mailbrake.slack.SlackRefusal;
import java.io.IOException;
import java.util.Set;

/**
 * The look at the audit channel: may the bot write there? The one method that says so, {@code
 * conversations.info}, wants a scope that the bot has no other use for; so this asks to delete a
 * message that cannot exist, of the year 1970, which posts nothing and deletes nothing.
 *
 * <p>Documented (docs.slack.dev/reference/methods/chat.delete): a bot can delete its own messages
 * only, with {@code chat:write}; {@code message_not_found} where no message has that time; {@code
 * channel_not_found} where the channel's id does not hold. Not documented: whether Slack looks for
 * the message before it looks whether the bot is in a public channel. So a refusal is certain, and
 * a good finding is as good as it gets without posting.
 */
final class AuditChannel {
  private static final String NO_MESSAGE = "0000000000.000000";

  private static final Set<String> MAY_WRITE = Set.of("message_not_found", "cant_delete_message");
  private static final Set<String> OUTSIDE = Set.of("channel_not_found", "not_in_channel");

  private AuditChannel() {}

  /**
   * @param channel its id
   */
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
        "Mend that, or set MAILBRAKE_AUDIT_CHANNEL to a channel that the bot is in.");
  }

  private static Finding bad(String seen, String remedy) {
    return Finding.bad(SlackCheck.AUDIT_CHANNEL, seen, remedy);
  }
}
