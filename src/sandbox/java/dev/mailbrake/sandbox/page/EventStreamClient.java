package dev.mailbrake.sandbox.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * A browser that listens to server-sent events. A slow one may miss states, but never the last one,
 * and no thread waits for it.
 */
final class EventStreamClient {

  private final Response response;
  private final Callback end;
  private final Consumer<EventStreamClient> gone;
  private @Nullable String next;
  private boolean writing;

  /** Takes over the response, which ends when the browser disconnects. */
  EventStreamClient(Response response, Callback end, Consumer<EventStreamClient> gone) {
    this.response = response;
    this.end = end;
    this.gone = gone;
  }

  synchronized void show(String json) {
    next = "data: " + json + "\n\n";
    writeNext();
  }

  /** Sends an empty comment, so a browser that went away is noticed. */
  synchronized void keepAlive() {
    if (!writing && next == null) {
      next = ":\n\n";
      writeNext();
    }
  }

  private void writeNext() {
    String event = next;
    if (!writing && event != null) {
      next = null;
      writing = true;
      ByteBuffer bytes = ByteBuffer.wrap(event.getBytes(UTF_8));
      response.write(false, bytes, Callback.from(this::written, this::broken));
    }
  }

  private synchronized void written() {
    writing = false;
    writeNext();
  }

  private void broken(Throwable failure) {
    gone.accept(this);
    end.failed(failure);
  }
}
