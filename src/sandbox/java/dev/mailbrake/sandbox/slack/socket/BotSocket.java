package dev.mailbrake.sandbox.slack.socket;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;

/**
 * One of the bot's WebSockets. A frozen one is a dead connection that looks alive. Public only
 * because Jetty requires it.
 */
public final class BotSocket implements Session.Listener {

  private final BotSockets connections;
  private final SocketAcks acks;
  private volatile Optional<Session> session = Optional.empty();
  private boolean frozen;
  private Optional<Runnable> held = Optional.empty();

  public BotSocket(BotSockets connections, SocketAcks acks) {
    this.connections = connections;
    this.acks = acks;
  }

  @Override
  public void onWebSocketOpen(Session opened) {
    session = Optional.of(opened);
    connections.opened(this);
    opened.demand();
  }

  @Override
  public void onWebSocketText(String message) {
    take(() -> acks.receive(message));
  }

  @Override
  public void onWebSocketBinary(ByteBuffer message, Callback callback) {
    callback.succeed();
    take(acks::receiveBinary);
  }

  @Override
  public void onWebSocketPing(ByteBuffer frame) {
    ByteBuffer answer = ByteBuffer.allocate(frame.remaining()).put(frame).flip();
    take(() -> session.ifPresent(it -> it.sendPong(answer, Callback.NOOP)));
  }

  @Override
  public void onWebSocketPong(ByteBuffer frame) {
    take(() -> {});
  }

  @Override
  public void onWebSocketClose(int status, String reason, Callback callback) {
    connections.closed(this);
    callback.succeed();
  }

  void send(String text) {
    send(text, lost -> {});
  }

  /** On a frozen connection the text is lost without an error. */
  void send(String text, Consumer<Throwable> failed) {
    if (!isFrozen()) {
      session.ifPresent(it -> it.sendText(text, Callback.from(() -> {}, failed)));
    }
  }

  void close() {
    session.ifPresent(it -> it.close(StatusCode.NORMAL, "", Callback.NOOP));
  }

  /** Drops the connection without a close frame. */
  void cut() {
    session.ifPresent(Session::disconnect);
  }

  synchronized void freeze() {
    frozen = true;
  }

  void thaw() {
    release().ifPresent(this::handle);
  }

  private void take(Runnable received) {
    if (!hold(received)) {
      handle(received);
    }
  }

  /** Holds one message at most, since nothing more is read before it is handled. */
  private synchronized boolean hold(Runnable received) {
    if (frozen) {
      held = Optional.of(received);
    }
    return frozen;
  }

  private synchronized Optional<Runnable> release() {
    Optional<Runnable> waiting = held;
    held = Optional.empty();
    frozen = false;
    return waiting;
  }

  private synchronized boolean isFrozen() {
    return frozen;
  }

  private void handle(Runnable received) {
    received.run();
    session.ifPresent(Session::demand);
  }
}
