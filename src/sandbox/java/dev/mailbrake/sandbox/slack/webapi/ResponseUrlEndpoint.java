package dev.mailbrake.sandbox.slack.webapi;

import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.blocks.MessageRules;
import dev.mailbrake.sandbox.slack.messages.MessageBody;
import dev.mailbrake.sandbox.slack.messages.MessageStore;
import dev.mailbrake.sandbox.slack.messages.Placement;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.protocol.MethodArguments;
import dev.mailbrake.sandbox.slack.protocol.SlackError;
import java.util.Optional;
import java.util.Set;

/** Serves every response URL, even where the bot is not a member of the channel. */
public final class ResponseUrlEndpoint implements ApiEndpoint {

  private static final Set<String> GONE = Set.of("expired_url", "used_url", "message_not_found");

  private final ResponseUrls urls;
  private final MessageStore messages;
  private final RateLimits limits;

  public ResponseUrlEndpoint(ResponseUrls urls, MessageStore messages, RateLimits limits) {
    this.urls = urls;
    this.messages = messages;
    this.limits = limits;
  }

  @Override
  public ApiAnswer answer(ApiRequest incoming) {
    try {
      ResponseUrls.Ticket ticket = urls.find(incoming.path());
      if (!incoming.verb().equals("POST") || !incoming.isJson()) {
        return ApiAnswer.plain(400, "invalid_payload");
      }
      limits.takePosting(incoming.path());
      post(ticket, incoming.arguments());
      urls.use(incoming.path());
      return ApiAnswer.plain(200, "ok");
    } catch (SlackError refusal) {
      return ApiAnswer.plain(GONE.contains(refusal.error()) ? 404 : 400, refusal.error());
    } catch (RateLimited tooFast) {
      return ApiAnswer.rateLimited(tooFast.retryAfterSeconds());
    }
  }

  private void post(ResponseUrls.Ticket ticket, MethodArguments arguments) {
    boolean deletes = arguments.isTrue("delete_original") && !ticket.sourceTs().isEmpty();
    boolean replaces = arguments.isTrue("replace_original") && !ticket.sourceTs().isEmpty();
    if (deletes) {
      deleteAndPerhapsPost(ticket, arguments);
    } else if (replaces) {
      MessageBody body = MessageRules.read(arguments, MessageRules.POSTED);
      messages.replace(source(ticket), body);
    } else {
      say(ticket, arguments);
    }
  }

  /** Deletes the message; with new content, also posts that. */
  private void deleteAndPerhapsPost(ResponseUrls.Ticket ticket, MethodArguments arguments) {
    SlackMessage source = source(ticket);
    if (!arguments.text("text").isEmpty() || !arguments.text("blocks").isEmpty()) {
      say(ticket, arguments);
    }
    messages.delete(source);
  }

  private SlackMessage source(ResponseUrls.Ticket ticket) {
    Optional<SlackMessage> source = messages.find(ticket.channel(), ticket.sourceTs());
    return source.orElseThrow(() -> new SlackError("message_not_found"));
  }

  /** A slash command's URL posts something new even if asked to replace. */
  private void say(ResponseUrls.Ticket ticket, MethodArguments arguments) {
    MessageBody body = MessageRules.read(arguments, MessageRules.POSTED);
    boolean toAll = arguments.text("response_type").equals("in_channel");
    String thread = messages.parentTs(ticket.channel(), arguments.text("thread_ts"));
    Placement placement =
        toAll
            ? Placement.inChannel(ticket.channel())
            : Placement.onlyFor(ticket.user(), ticket.channel());
    messages.post(placement.in(thread), FakeSlack.BOT_USER, SlackMessage.Via.RESPONSE_URL, body);
  }
}
