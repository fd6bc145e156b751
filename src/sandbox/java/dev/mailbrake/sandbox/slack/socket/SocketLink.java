package dev.mailbrake.sandbox.slack.socket;

import dev.mailbrake.sandbox.slack.delivery.BotAnswer;
import dev.mailbrake.sandbox.slack.delivery.BotLink;
import dev.mailbrake.sandbox.slack.delivery.BotPayload;
import dev.mailbrake.sandbox.slack.delivery.Stopwatch;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The transport through any of the sockets that the bot has opened. Without one, nothing is
 * delivered or kept for later. The three seconds are those of HTTP, since Slack states none for
 * Socket Mode.
 */
public final class SocketLink implements BotLink {

  private final BotSockets connections;
  private final SocketAcks acks;
  private volatile Duration patience = Duration.ofSeconds(3);

  public SocketLink(BotSockets connections, SocketAcks acks) {
    this.connections = connections;
    this.acks = acks;
  }

  public void waitAtMost(Duration time) {
    patience = time;
  }

  @Override
  public BotAnswer send(BotPayload payload) {
    Stopwatch time = Stopwatch.start();
    Optional<BotSocket> connection = connections.next();
    if (connection.isEmpty()) {
      return BotAnswer.failed("dispatch_failed", time.elapsed());
    }
    Envelope envelope = Envelope.of(payload);
    CompletableFuture<String> ack = acks.expect(envelope);
    connection.get().send(envelope.text(), ack::completeExceptionally);
    return await(ack, envelope, time);
  }

  private BotAnswer await(CompletableFuture<String> ack, Envelope envelope, Stopwatch time) {
    try {
      String body = ack.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return BotAnswer.acknowledged(body, time.elapsed());
    } catch (TimeoutException late) {
      acks.giveUp(envelope);
      return BotAnswer.failed("operation_timeout", time.elapsed());
    } catch (ExecutionException cut) {
      acks.giveUp(envelope);
      return BotAnswer.failed("dispatch_failed", time.elapsed());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return BotAnswer.failed("dispatch_failed", time.elapsed());
    }
  }
}
