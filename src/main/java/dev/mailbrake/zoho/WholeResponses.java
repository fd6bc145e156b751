package dev.mailbrake.zoho;

import feign.Client;
import feign.Request;
import feign.Response;
import feign.Util;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads whole responses within a time and a size. Java's HTTP client limits only the time until the
 * headers: a server that stops in the middle of its answer would block the caller forever.
 */
final class WholeResponses implements Client {
  private static final int MAX_BYTES = 4 << 20;

  private final Client client;
  private final Duration bodyTimeout;

  WholeResponses(Client client, Duration bodyTimeout) {
    this.client = client;
    this.bodyTimeout = bodyTimeout;
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
              Util.ensureClosed(body);
            },
            CompletableFuture.delayedExecutor(bodyTimeout.toMillis(), TimeUnit.MILLISECONDS));
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
}
