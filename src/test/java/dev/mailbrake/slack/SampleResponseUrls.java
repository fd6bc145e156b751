package dev.mailbrake.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import dev.mailbrake.request.model.Recipient.ReplyUrl;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.slack.blocks.RowBlocks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Response URLs and triggers as Slack provides them with commands and clicks. */
public final class SampleResponseUrls implements AutoCloseable {
  private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+/[^\"&\\s]+");

  private static final Pattern TRIGGER = Pattern.compile("trigger_id=([^&]+)");

  private final FakeSlack slack;
  private final Clock clock;
  private final BlockingQueue<String> handedOut = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> triggers = new LinkedBlockingQueue<>();
  private final HttpServer bot;

  public SampleResponseUrls(FakeSlack slack, Clock clock) {
    this.slack = slack;
    this.clock = clock;
    try {
      bot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void listen() {
    bot.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          String text = URLDecoder.decode(new String(body, UTF_8), UTF_8);
          Matcher trigger = TRIGGER.matcher(text);
          if (trigger.find()) {
            triggers.add(trigger.group(1));
          }
          Matcher url = URL.matcher(text);
          if (url.find()) {
            handedOut.add(url.group());
          }
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    bot.start();
    slack.connect(URI.create("http://127.0.0.1:" + bot.getAddress().getPort() + "/"));
  }

  public ReplyUrl ofCommand(String user, String channel) {
    slack.as(user).in(channel).types("/mail-block somebody");
    return taken();
  }

  /** Opens a modal within three seconds. */
  public String triggerOf(String user, String channel) {
    slack.as(user).in(channel).types("/mail-block");
    return triggers.remove();
  }

  ReplyUrl ofClick(String user, SlackMessage message) {
    slack.as(user).clicks(message, RowBlocks.CANCEL);
    return taken();
  }

  private ReplyUrl taken() {
    return new ReplyUrl(handedOut.remove(), 5, clock.instant().plus(Duration.ofMinutes(30)));
  }

  @Override
  public void close() {
    bot.stop(0);
  }
}
