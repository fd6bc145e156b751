package dev.mailbrake.sandbox.zoho;

import java.time.Instant;

/**
 * A request that Zoho received.
 *
 * @param at when, by the stand-in's clock
 * @param path decoded, with the query string as sent; without it for the token endpoint
 * @param body as sent; for the token endpoint only the known parameters, with secrets masked
 * @param status of the answer, or 0 if the connection closed without one
 */
public record ZohoRequest(Instant at, String method, String path, String body, int status) {

  public RequestKind kind() {
    return kind(method, path);
  }

  static RequestKind kind(String method, String path) {
    if (path.startsWith("/oauth/")) {
      return RequestKind.TOKEN;
    }
    return method.equals("PUT") ? RequestKind.WRITE : RequestKind.READ;
  }
}
