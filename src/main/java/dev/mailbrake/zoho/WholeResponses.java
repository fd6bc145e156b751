package dev.mailbrake.zoho;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A client whose responses are there whole when it returns, within a time and a size. Java's HTTP
 * client bounds only the time until the headers: a server that stops in the middle of its answer
 * would keep the caller for ever.
 */
final class WholeResponses implements Client {
  private static final int MOST_BYTES = 4 << 20;

  private final Client client;
  private final Duration patience;

  /**
   * @param patience how long a body may take once the headers are there
   */
  WholeResponses(Client client, Duration patience) {
    this.client = client;
    this.patience = patience;
  }

  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    try (Response response = client.execute(request, options)) {
      byte[] body = response.body() == null ? new byte[0] : read(response.body().asInputStream());
      return response.toBuilder().body(body).build();
    }
  }

  private byte[] read(InputStream body) throws IOException {
    AtomicBoolean late = new AtomicBoolean();
    CompletableFuture<Void> cut =
        CompletableFuture.runAsync(
            () -> {
              late.set(true);
              close(body);
            },
            CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
    try {
      return inTime(body.readNBytes(MOST_BYTES), late);
    } catch (IOException broken) {
      // Java's stream says "closed" to whom it is closed under.
      throw late.get() ? new HttpTimeoutException("the answer stopped in the middle") : broken;
    } finally {
      cut.cancel(false);
    }
  }

  private static byte[] inTime(byte[] read, AtomicBoolean late) throws HttpTimeoutException {
    if (late.get()) {
      throw new HttpTimeoutException("the answer stopped in the middle");
    }
    return read;
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
