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
 * Reads whole responses, with limits on time and size. Java's HTTP client limits only the time
 * until the headers: a server that stops in the middle of its answer would block the caller
 * forever.
 */
final class WholeResponses implements Client {
  private static final int MAX_BYTES = 4 << 20;

  private final Client client;
  private final Duration timeout;

  /**
   * @param timeout how long a body may take after the headers
   */
  WholeResponses(Client client, Duration timeout) {
    this.client = client;
    this.timeout = timeout;
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
            CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS));
    try {
      byte[] whole = body.readNBytes(MAX_BYTES);
      if (late.get()) {
        throw new IOException("closed while it was read");
      }
      return whole;
    } catch (IOException broken) {
      throw late.get() ? new HttpTimeoutException("the answer stopped in the middle") : broken;
    } finally {
      cut.cancel(false);
    }
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
