package dev.mailbrake.zoho;

import feign.Request;
import feign.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What Zoho said, as its bytes are read. */
final class Said {
  private Said() {}

  static Answer said(int status, String body) {
    return said(status, body, Map.of());
  }

  static Answer said(int status, String body, Map<String, Collection<String>> headers) {
    Request request =
        Request.create(
            Request.HttpMethod.GET, "http://zoho.invalid", Map.of(), Request.Body.empty(), null);
    try {
      return Answer.read(
          Response.builder()
              .status(status)
              .headers(headers)
              .request(request)
              .body(body, StandardCharsets.UTF_8)
              .build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Answer saidRetryAfter(int status, String body, String seconds) {
    return said(status, body, Map.of("Retry-After", List.of(seconds)));
  }
}
