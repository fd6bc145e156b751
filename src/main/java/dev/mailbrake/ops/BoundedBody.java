package dev.mailbrake.ops;

import java.util.concurrent.Semaphore;
import org.eclipse.jetty.io.Content;

/**
 * A request's body as it arrives; fails if it grows too large. Anybody can start a body and leave
 * it unfinished, so only a small one, such as Slack's, is always accepted; larger ones share a
 * limit.
 */
final class BoundedBody implements Content.Source, AutoCloseable {
  static final int MOST_BYTES = 1 << 20;

  private static final int SMALL = 64 << 10;

  private final Content.Source source;
  private final Semaphore room;
  private int size;
  private int taken;

  /** {@code room} is the bytes that all bodies together may hold beyond their small parts. */
  BoundedBody(Content.Source source, Semaphore room) {
    this.source = source;
    this.room = room;
  }

  @Override
  public Content.Chunk read() {
    Content.Chunk chunk = source.read();
    if (chunk == null || Content.Chunk.isFailure(chunk) || hasRoomFor(chunk.remaining())) {
      return chunk;
    }
    chunk.release();
    return Content.Chunk.from(new TooLarge());
  }

  private boolean hasRoomFor(int bytes) {
    size += bytes;
    int needed = Math.max(0, size - SMALL) - taken;
    if (size > MOST_BYTES || !room.tryAcquire(needed)) {
      return false;
    }
    taken += needed;
    return true;
  }

  @Override
  public void demand(Runnable callback) {
    source.demand(callback);
  }

  @Override
  public void fail(Throwable failure) {
    source.fail(failure);
  }

  @Override
  public void close() {
    room.release(taken);
    taken = 0;
  }

  /** The body has more bytes than allowed, or than there is room for now. */
  static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1;

    TooLarge() {
      super("the body is too large", null, false, false);
    }
  }
}
