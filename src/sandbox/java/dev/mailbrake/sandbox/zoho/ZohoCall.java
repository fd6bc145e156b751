package dev.mailbrake.sandbox.zoho;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request as received, before any check.
 *
 * @param path decoded
 * @param query as sent, empty if none
 * @param authorization the header, empty if none
 * @param contentType the header, empty if none
 * @param isOnKeptConnection whether its connection has carried another request before
 */
record ZohoCall(
    String method,
    String path,
    String query,
    String authorization,
    String contentType,
    String body,
    boolean isOnKeptConnection) {

  RequestKind kind() {
    return ZohoRequest.kind(method, path);
  }

  Map<String, String> parameters() {
    return new UrlEncoded(query).parameters();
  }

  String shownPath() {
    return query.isEmpty() || kind() == RequestKind.TOKEN ? path : path + "?" + query;
  }

  /**
   * The body for the list of requests. Of a token request, it shows only known parameters, as
   * anything else may be a misplaced secret.
   */
  String shownBody() {
    if (kind() != RequestKind.TOKEN) {
      return body;
    }
    Map<String, String> form = new UrlEncoded(body).parameters();
    return Stream.of(
            "grant_type", "client_id", "redirect_uri", "client_secret", "refresh_token", "code")
        .filter(form::containsKey)
        .map(name -> name + "=" + (isSecret(name) ? "***" : form.get(name)))
        .collect(Collectors.joining("&"));
  }

  private static boolean isSecret(String parameter) {
    return switch (parameter) {
      case "client_secret", "refresh_token", "code" -> true;
      default -> false;
    };
  }
}
