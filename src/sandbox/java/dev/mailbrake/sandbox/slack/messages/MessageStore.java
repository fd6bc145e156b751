package dev.mailbrake.sandbox.slack.messages;

import dev.mailbrake.sandbox.slack.StateLock;
import dev.mailbrake.sandbox.slack.protocol.SlackError;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** All current messages, in channels and ephemeral, in posting order. */
public final class MessageStore {

  /**
   * The maximum characters of all texts in a message's blocks. Slack does not document its limit;
   * refusals are reported at 11,341 and at 13,297, and this is the strictest that anybody would
   * expect.
   */
  private static final int MAX_BLOCK_CHARACTERS = 9_000;

  private final StateLock lock;
  private final Clock clock;
  private final Rings rings;
  private final Map<String, SlackMessage> byTs = new LinkedHashMap<>();
  private final AtomicInteger maxBlockCharacters = new AtomicInteger(MAX_BLOCK_CHARACTERS);
  private long lastMicros;

  public MessageStore(StateLock lock, Clock clock, Rings rings) {
    this.lock = lock;
    this.clock = clock;
    this.rings = rings;
  }

  public void limitBlockCharacters(int characters) {
    maxBlockCharacters.set(characters);
  }

  public SlackMessage post(
      Placement placement, String author, SlackMessage.Via via, MessageBody body) {
    checkLength(body);
    return lock.change(
        () -> {
          SlackMessage message =
              new SlackMessage(
                  placement.channel(),
                  nextTs(),
                  placement.threadTs(),
                  placement.broadcast(),
                  placement.onlyFor(),
                  author,
                  via,
                  clock.instant(),
                  body,
                  List.of());
          byTs.put(message.ts(), message);
          rings.ring(message, thread(message));
          return message;
        });
  }

  private void checkLength(MessageBody body) {
    if (body.lengthOfBlocks() > maxBlockCharacters.get()) {
      throw new SlackError("msg_blocks_too_long");
    }
  }

  public SlackMessage replace(SlackMessage message, MessageBody body) {
    checkLength(body);
    return lock.change(
        () -> {
          SlackMessage next = message.saying(body);
          byTs.put(next.ts(), next);
          return next;
        });
  }

  public void delete(SlackMessage message) {
    lock.change(
        () -> {
          byTs.remove(message.ts());
        });
  }

  public Optional<SlackMessage> find(String channel, String ts) {
    return lock.read(
        () -> Optional.ofNullable(byTs.get(ts)).filter(it -> it.channel().equals(channel)));
  }

  /**
   * Checks where a reply is to go, unless {@code ts} is empty. Slack documents that one should name
   * the parent and never a reply, but not what happens with a reply's; here it is refused. A
   * missing parent is {@code thread_not_found} (slackapi/bolt-js#2307), nonsense {@code
   * invalid_thread_ts} (jenkinsci/slack-plugin#584).
   */
  public String parentTs(String channel, String ts) {
    if (ts.isEmpty()) {
      return ts;
    }
    if (!ts.matches("\\d+\\.\\d+")) {
      throw new SlackError("invalid_thread_ts");
    }
    SlackMessage parent =
        find(channel, ts)
            .filter(it -> !it.isEphemeral())
            .orElseThrow(() -> new SlackError("thread_not_found"));
    if (parent.isReply()) {
      throw new SlackError("cannot_reply_to_message");
    }
    return ts;
  }

  /** The replies in a message's thread that everybody sees, oldest first. */
  public List<SlackMessage> replies(String channel, String parentTs) {
    return all(
        it ->
            it.isReply()
                && !it.isEphemeral()
                && it.channel().equals(channel)
                && it.threadTs().equals(parentTs));
  }

  /** What is in the message's thread, its parent included; empty outside threads. */
  private List<SlackMessage> thread(SlackMessage reply) {
    return all(
        it ->
            reply.isReply()
                && it.channel().equals(reply.channel())
                && (it.ts().equals(reply.threadTs()) || it.threadTs().equals(reply.threadTs())));
  }

  public List<SlackMessage> inChannel(String channel) {
    return all(message -> !message.isEphemeral() && message.channel().equals(channel));
  }

  public List<SlackMessage> ephemerals(String user) {
    return all(message -> message.onlyFor().equals(user));
  }

  public List<SlackMessage> all(Predicate<SlackMessage> wanted) {
    return lock.read(() -> byTs.values().stream().filter(wanted).toList());
  }

  /** A timestamp like Slack's; it increases even while the clock stands still. */
  public String nextTs() {
    Instant now = clock.instant();
    long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    long next =
        lock.change(
            () -> {
              lastMicros = Math.max(lastMicros + 1, micros);
              return lastMicros;
            });
    return String.format(Locale.ROOT, "%d.%06d", next / 1_000_000, next % 1_000_000);
  }
}
