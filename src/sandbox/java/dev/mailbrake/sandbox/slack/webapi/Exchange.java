package dev.mailbrake.sandbox.slack.webapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The open connection to a caller waiting for an answer. */
record Exchange(Request request, Response response, Callback callback) {

  /** Continues after a real delay, during which no thread waits. */
  void later(Duration delay, Runnable rest) {
    Runnable guarded =
        () -> {
          try {
            rest.run();
          } catch (RuntimeException broken) {
            callback.failed(broken);
          }
        };
    var components = request.getComponents();
    var unused =
        components
            .getScheduler()
            .schedule(
                () -> components.getExecutor().execute(guarded),
                delay.toMillis(),
                TimeUnit.MILLISECONDS);
  }

  void send(ApiAnswer answer) {
    response.setStatus(answer.status());
    answer.headers().forEach(response.getHeaders()::put);
    response.write(true, ByteBuffer.wrap(answer.body().getBytes(UTF_8)), callback);
  }

  /** Closes the connection without an answer. */
  void cut() {
    request.getConnectionMetaData().getConnection().getEndPoint().close();
    callback.failed(new EofException("cut on purpose"));
  }
}
