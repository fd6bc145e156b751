package dev.mailbrake.sandbox.slack.actions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.blocks.MessageRules;
import dev.mailbrake.sandbox.slack.delivery.BotAcknowledgement;
import dev.mailbrake.sandbox.slack.delivery.BotAnswer;
import dev.mailbrake.sandbox.slack.delivery.BotLink;
import dev.mailbrake.sandbox.slack.delivery.BotPayload;
import dev.mailbrake.sandbox.slack.messages.MessageBody;
import dev.mailbrake.sandbox.slack.messages.MessageStore;
import dev.mailbrake.sandbox.slack.messages.Placement;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.people.FakeWorkspace;
import dev.mailbrake.sandbox.slack.people.SlackChannel;
import dev.mailbrake.sandbox.slack.people.SlackUser;
import dev.mailbrake.sandbox.slack.protocol.Json;
import dev.mailbrake.sandbox.slack.protocol.MethodArguments;
import dev.mailbrake.sandbox.slack.protocol.SlackError;
import dev.mailbrake.sandbox.slack.views.TriggerIds;
import dev.mailbrake.sandbox.slack.webapi.ResponseUrls;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Slash commands: the form sent to the bot, and who sees which answer. */
public final class Commands {

  /** The author of Slack's own messages. */
  public static final String SLACKBOT = "USLACKBOT";

  private static final String INVITE = "/invite";

  private final FakeWorkspace workspace;
  private final MessageStore messages;
  private final ResponseUrls urls;
  private final TriggerIds triggers;
  private final BotLink bot;

  public Commands(
      FakeWorkspace workspace,
      MessageStore messages,
      ResponseUrls urls,
      TriggerIds triggers,
      BotLink bot) {
    this.workspace = workspace;
    this.messages = messages;
    this.urls = urls;
    this.triggers = triggers;
    this.bot = bot;
  }

  BotAcknowledgement type(String user, String channel, String line) {
    if (!line.startsWith("/")) {
      throw new IllegalArgumentException("A command starts with a slash: " + line);
    }
    if (line.matches(INVITE + "(\\s.*)?")) {
      return invite(workspace.user(user), workspace.channel(channel), line);
    }
    Map<String, String> form = form(workspace.user(user), workspace.channel(channel), line);
    BotAnswer answer = bot.send(BotPayload.command(form));
    show(user, channel, line, answer);
    return answer.acknowledgement();
  }

  /** Slack handles this itself and notifies no app. */
  private BotAcknowledgement invite(SlackUser host, SlackChannel channel, String line) {
    String name = line.strip().substring(INVITE.length()).replace("@", "").strip();
    String outcome =
        workspace
            .userNamed(name)
            .map(guest -> added(host, channel, guest))
            .orElse("Nobody here is called @" + name + ".");
    messages.post(
        Placement.onlyFor(host.id(), channel.id()),
        SLACKBOT,
        SlackMessage.Via.PERSON,
        MessageBody.plain(outcome));
    return new BotAcknowledgement(200, "", Duration.ZERO);
  }

  private String added(SlackUser host, SlackChannel channel, SlackUser guest) {
    workspace.put(channel.withMember(guest.id()));
    return "%s added %s to #%s.".formatted(host.realName(), guest.realName(), channel.name());
  }

  private Map<String, String> form(SlackUser user, SlackChannel channel, String line) {
    String[] words = line.strip().split("\\s+", 2);
    boolean hidden = channel.is(SlackChannel.Trait.PRIVATE);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("token", "deprecated");
    form.put("team_id", user.teamId());
    form.put("team_domain", FakeSlack.TEAM_DOMAIN);
    form.put("channel_id", channel.id());
    form.put("channel_name", hidden ? "privategroup" : channel.name());
    form.put("user_id", user.id());
    form.put("user_name", user.name());
    form.put("command", words[0]);
    form.put("text", words.length > 1 ? new TypedText(workspace).escaped(words[1]) : "");
    form.put("api_app_id", FakeSlack.APP);
    form.put("is_enterprise_install", "false");
    form.put("response_url", urls.forCommand(user.id(), channel.id()).toString());
    form.put("trigger_id", triggers.issue(user.id(), channel.id()));
    return form;
  }

  private void show(String user, String channel, String line, BotAnswer answer) {
    if (!answer.error().isEmpty()) {
      complain(user, channel, line, answer.error());
    } else if (answer.isJson()) {
      showMessage(user, channel, line, answer.body());
    } else if (!answer.body().isBlank()) {
      Placement placement = Placement.onlyFor(user, channel);
      say(placement, MessageBody.plain(answer.body()));
    }
  }

  /** An empty object is a valid answer that shows nothing. */
  private void showMessage(String user, String channel, String line, String body) {
    try {
      JsonNode json = Json.parse(body).orElseThrow(() -> new SlackError("invalid_json"));
      if (json.isEmpty()) {
        return;
      }
      MethodArguments arguments = MethodArguments.ofJson(json);
      MessageBody message = MessageRules.read(arguments, MessageRules.POSTED);
      if (arguments.text("response_type").equals("in_channel")) {
        // Slack then shows everybody what was typed, including the reason.
        Placement typed = Placement.inChannel(channel);
        messages.post(typed, user, SlackMessage.Via.PERSON, MessageBody.plain(line));
        say(typed, message);
      } else {
        say(Placement.onlyFor(user, channel), message);
      }
    } catch (SlackError refusal) {
      complain(user, channel, line, "invalid_command_response");
    }
  }

  private void say(Placement placement, MessageBody body) {
    messages.post(placement, FakeSlack.BOT_USER, SlackMessage.Via.RESPONSE_URL, body);
  }

  private void complain(String user, String channel, String line, String error) {
    String command = line.strip().split("\\s+", 2)[0];
    MessageBody text = MessageBody.plain(command + " failed with the error \"" + error + "\"");
    Placement placement = Placement.onlyFor(user, channel);
    messages.post(placement, SLACKBOT, SlackMessage.Via.PERSON, text);
  }
}
