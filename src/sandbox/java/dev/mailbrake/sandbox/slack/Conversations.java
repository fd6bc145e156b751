package dev.mailbrake.sandbox.slack;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** All messages that exist now, channel and ephemeral, in the order of their posting. */
final class Conversations {

  private final Turn turn;
  private final Clock clock;
  private final Map<String, SlackMessage> byTs = new LinkedHashMap<>();
  private long lastMicros;

  Conversations(Turn turn, Clock clock) {
    this.turn = turn;
    this.clock = clock;
  }

  SlackMessage post(Placement placement, String author, SlackMessage.Via via, MessageBody body) {
    return turn.change(
        () -> {
          SlackMessage message =
              new SlackMessage(
                  placement.channel(),
                  nextTs(),
                  placement.threadTs(),
                  placement.onlyFor(),
                  author,
                  via,
                  clock.instant(),
                  body,
                  List.of());
          byTs.put(message.ts(), message);
          return message;
        });
  }

  SlackMessage replace(SlackMessage message, MessageBody body) {
    return turn.change(
        () -> {
          SlackMessage next = message.saying(body);
          byTs.put(next.ts(), next);
          return next;
        });
  }

  void delete(SlackMessage message) {
    turn.change(
        () -> {
          byTs.remove(message.ts());
        });
  }

  Optional<SlackMessage> find(String channel, String ts) {
    return turn.look(
        () -> Optional.ofNullable(byTs.get(ts)).filter(it -> it.channel().equals(channel)));
  }

  List<SlackMessage> inChannel(String channel) {
    return all(message -> !message.isEphemeral() && message.channel().equals(channel));
  }

  List<SlackMessage> ephemerals(String user) {
    return all(message -> message.onlyFor().equals(user));
  }

  List<SlackMessage> all(Predicate<SlackMessage> wanted) {
    return turn.look(() -> byTs.values().stream().filter(wanted).toList());
  }

  /** A timestamp like Slack's; it grows even while the clock stands still. */
  String nextTs() {
    Instant now = clock.instant();
    long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    long next =
        turn.change(
            () -> {
              lastMicros = Math.max(lastMicros + 1, micros);
              return lastMicros;
            });
    return String.format(Locale.ROOT, "%d.%06d", next / 1_000_000, next % 1_000_000);
  }
}
