package dev.mailbrake.sandbox.zoho;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** A client that adds nothing: it sends what a test says and returns the response. */
final class Caller {

  static final String ZOID = "76006415";
  static final String ORGANIZATION = "/api/organization/" + ZOID + "/accounts";
  static final String REBECCA_ZUID = "9007199254740992";
  static final String REBECCA_ACCOUNT = "2560636000000008002";
  static final String BLOCK_REBECCA = quotedBody(REBECCA_ZUID, true);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;
  private String authorization = "";

  Caller(FakeZoho zoho) {
    base = zoho.url();
  }

  record Reply(int status, String contentType, String text) {
    JsonNode json() throws IOException {
      return MAPPER.readTree(text);
    }

    JsonNode data() throws IOException {
      return json().path("data");
    }

    String errorCode() throws IOException {
      return data().path("errorCode").asText();
    }

    String moreInfo() throws IOException {
      return data().path("moreInfo").asText();
    }
  }

  static String quotedBody(String zuid, boolean blocked) {
    return "{\"zuid\": \"%s\", \"mode\": \"updateOutgoingStatus\", \"outgoingBlocked\": \"%s\"}"
        .formatted(zuid, blocked);
  }

  static String nativeBody(String zuid, boolean blocked) {
    return "{\"zuid\": %s, \"mode\": \"updateOutgoingStatus\", \"outgoingBlocked\": %s}"
        .formatted(zuid, blocked);
  }

  /** Gets an access token and uses it from now on. */
  Caller signedIn() {
    try {
      authorization = "Zoho-oauthtoken " + refresh().json().path("access_token").asText();
      return this;
    } catch (Exception broken) {
      throw new IllegalStateException("no access token", broken);
    }
  }

  void authorization(String header) {
    authorization = header;
  }

  Reply refresh() throws Exception {
    return token(refreshForm());
  }

  static Map<String, String> refreshForm() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("client_id", FakeZoho.CLIENT_ID);
    form.put("client_secret", FakeZoho.CLIENT_SECRET);
    form.put("refresh_token", FakeZoho.REFRESH_TOKEN);
    return form;
  }

  static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  Reply token(Map<String, String> form) throws Exception {
    return send("POST", "/oauth/v2/token", "application/x-www-form-urlencoded", encoded(form));
  }

  Reply get(String path) throws Exception {
    return send("GET", path, "", "");
  }

  Reply put(String path, String json) throws Exception {
    return send("PUT", path, "application/json", json);
  }

  Reply blockRebecca() throws Exception {
    return put(ORGANIZATION + "/" + REBECCA_ACCOUNT, BLOCK_REBECCA);
  }

  boolean showsRebeccaBlocked() throws Exception {
    return get(ORGANIZATION + "/rebecca@zylker.com").data().path("outgoingBlocked").asBoolean();
  }

  Reply send(String method, String path, String contentType, String body) throws Exception {
    return reply(http.send(request(method, path, contentType, body), BodyHandlers.ofString()));
  }

  CompletableFuture<Reply> sendLater(String method, String path, String body) {
    return http.sendAsync(request(method, path, "application/json", body), BodyHandlers.ofString())
        .thenApply(Caller::reply);
  }

  private HttpRequest request(String method, String path, String contentType, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(10))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    if (!contentType.isEmpty()) {
      request.header("Content-Type", contentType);
    }
    return request.build();
  }

  private static Reply reply(HttpResponse<String> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    return new Reply(response.statusCode(), type, response.body());
  }
}
