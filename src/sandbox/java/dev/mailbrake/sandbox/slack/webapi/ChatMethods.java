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
import java.util.List;

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
    String thread = messages.parentTs(channel.id(), arguments.text("thread_ts"));
    boolean broadcast = arguments.isTrue("reply_broadcast");
    if (broadcast && thread.isEmpty()) {
      // Documented as meaningful in a thread only; that Slack refuses it is an assumption.
      throw SlackError.because("invalid_arguments", List.of("reply_broadcast needs thread_ts"));
    }
    Placement placement = Placement.inThread(channel.id(), thread).broadcast(broadcast);
    return shown(messages.post(placement, FakeSlack.BOT_USER, SlackMessage.Via.API, body));
  }

  /** A message's address; in a channel without the bot, no message can be found. */
  ObjectNode getPermalink(MethodArguments arguments) {
    SlackChannel channel =
        workspace
            .findChannel(arguments.text("channel"))
            .filter(SlackChannel::hasBot)
            .orElseThrow(() -> new SlackError("channel_not_found"));
    SlackMessage message =
        messages
            .find(channel.id(), arguments.text("message_ts"))
            .filter(it -> !it.isEphemeral())
            .orElseThrow(() -> new SlackError("message_not_found"));
    return Json.object().put("channel", channel.id()).put("permalink", permalink(message));
  }

  private static String permalink(SlackMessage message) {
    String address =
        "https://%s.slack.com/archives/%s/p%s"
            .formatted(FakeSlack.TEAM_DOMAIN, message.channel(), message.ts().replace(".", ""));
    return message.isReply()
        ? address + "?thread_ts=" + message.threadTs() + "&cid=" + message.channel()
        : address;
  }

  public ObjectNode update(MethodArguments arguments) {
    SlackMessage message = own(arguments, "cant_update_message");
    MessageBody body = MessageRules.read(arguments, MessageRules.UPDATED);
    return shown(messages.replace(message, body)).put("text", body.text());
  }

  public ObjectNode delete(MethodArguments arguments) {
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
    String thread = messages.parentTs(channel.id(), arguments.text("thread_ts"));
    if (!thread.isEmpty() && messages.replies(channel.id(), thread).isEmpty()) {
      // Documented: it is shown only if the thread is already active.
      return Json.object().put("message_ts", messages.nextTs());
    }
    Placement placement = Placement.onlyFor(user, channel.id()).in(thread);
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
