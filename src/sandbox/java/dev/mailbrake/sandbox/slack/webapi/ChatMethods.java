package dev.mailbrake.sandbox.slack.webapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.blocks.MessageRules;
import dev.mailbrake.sandbox.slack.messages.MessageBody;
import dev.mailbrake.sandbox.slack.messages.MessageJson;
import dev.mailbrake.sandbox.slack.messages.MessageStore;
import dev.mailbrake.sandbox.slack.messages.Placement;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.people.FakeWorkspace;
import dev.mailbrake.sandbox.slack.people.SlackChannel;
import dev.mailbrake.sandbox.slack.protocol.Json;
import dev.mailbrake.sandbox.slack.protocol.MethodArguments;
import dev.mailbrake.sandbox.slack.protocol.SlackError;

/** The API methods {@code chat.…}: the bot's own messages, and who may put them where. */
public final class ChatMethods {

  private final FakeWorkspace workspace;
  private final MessageStore messages;
  private final RateLimits limits;

  public ChatMethods(FakeWorkspace workspace, MessageStore messages, RateLimits limits) {
    this.workspace = workspace;
    this.messages = messages;
    this.limits = limits;
  }

  public ObjectNode postMessage(MethodArguments arguments) {
    SlackChannel channel = postable(arguments.text("channel"));
    limits.takePosting(channel.id());
    MessageBody body = MessageRules.read(arguments, MessageRules.POSTED);
    Placement placement = Placement.inThread(channel.id(), thread(channel, arguments));
    return shown(messages.post(placement, FakeSlack.BOT_USER, SlackMessage.Via.API, body));
  }

  /**
   * The parent's {@code ts}, empty outside threads. Slack documents that one should name the parent
   * and never a reply, but not what happens with a reply's; here it is refused. The error for a
   * missing message is documented for {@code conversations.replies} only.
   */
  private String thread(SlackChannel channel, MethodArguments arguments) {
    String ts = arguments.text("thread_ts");
    if (!ts.isEmpty()) {
      SlackMessage parent =
          messages
              .find(channel.id(), ts)
              .filter(it -> !it.isEphemeral())
              .orElseThrow(() -> new SlackError("thread_not_found"));
      if (!parent.threadTs().isEmpty()) {
        throw new SlackError("cannot_reply_to_message");
      }
    }
    return ts;
  }

  public ObjectNode update(MethodArguments arguments) {
    SlackMessage message = own(arguments, "cant_update_message");
    MessageBody body = MessageRules.read(arguments, MessageRules.UPDATED);
    return shown(messages.replace(message, body)).put("text", body.text());
  }

  ObjectNode delete(MethodArguments arguments) {
    SlackMessage message = own(arguments, "cant_delete_message");
    messages.delete(message);
    return Json.object().put("channel", message.channel()).put("ts", message.ts());
  }

  private SlackMessage own(MethodArguments arguments, String otherwise) {
    SlackChannel channel = postable(byIdOnly(arguments.text("channel")));
    SlackMessage message =
        messages
            .find(channel.id(), arguments.text("ts"))
            .filter(it -> !it.isEphemeral())
            .orElseThrow(() -> new SlackError("message_not_found"));
    if (message.via() != SlackMessage.Via.API) {
      throw new SlackError(otherwise);
    }
    return message;
  }

  public ObjectNode postEphemeral(MethodArguments arguments) {
    SlackChannel channel = postable(byIdOnly(arguments.text("channel")));
    String user = arguments.text("user");
    if (!channel.members().contains(user)) {
      throw new SlackError("user_not_in_channel");
    }
    MessageBody body = MessageRules.read(arguments, MessageRules.POSTED);
    Placement placement = Placement.onlyFor(user, channel.id());
    SlackMessage message = messages.post(placement, FakeSlack.BOT_USER, SlackMessage.Via.API, body);
    return Json.object().put("message_ts", message.ts());
  }

  /** Only {@code chat.postMessage} takes a user's id for their direct messages. */
  private String byIdOnly(String channel) {
    if (workspace.findUser(channel).isPresent()) {
      throw new SlackError("channel_not_found");
    }
    return channel;
  }

  private SlackChannel postable(String id) {
    SlackChannel channel =
        workspace
            .findUser(id)
            .map(SlackChannel::direct)
            .or(() -> workspace.findChannel(id))
            .orElseThrow(() -> new SlackError("channel_not_found"));
    if (!channel.hasBot()) {
      boolean hidden = channel.is(SlackChannel.Trait.PRIVATE);
      throw new SlackError(hidden ? "channel_not_found" : "not_in_channel");
    }
    if (channel.is(SlackChannel.Trait.ARCHIVED)) {
      throw new SlackError("is_archived");
    }
    return channel;
  }

  private static ObjectNode shown(SlackMessage message) {
    ObjectNode answer = Json.object().put("channel", message.channel()).put("ts", message.ts());
    answer.set("message", MessageJson.of(message));
    return answer;
  }
}
