package dev.mailbrake.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mailbrake.sandbox.slack.FakeSlack;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A request to the bot that anybody could make: any bytes, any headers, any signature or none. */
final class RawPost {
  static final String TIMESTAMP = "X-Slack-Request-Timestamp";
  static final String SIGNATURE = "X-Slack-Signature";
  static final String FORM = "application/x-www-form-urlencoded";
  static final String JSON = "application/json";

  /** The bot closed the connection instead of answering. */
  static final int CLOSED = 0;

  private static final int LIMIT = 1 << 20;
  private static final Duration SLACKS_PATIENCE = Duration.ofSeconds(3);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final byte[] body;
  private final List<String> headers = new ArrayList<>();
  private boolean chunked;

  RawPost(byte[] body) {
    this.body = body.clone();
  }

  RawPost(String body) {
    this(body.getBytes(UTF_8));
  }

  /**
   * Whether the bot refuses bodies of this size, and may close the connection while one arrives.
   */
  boolean isTooLarge() {
    return body.length > LIMIT;
  }

  /** Adds a header; the same name may be added again. */
  RawPost header(String name, String value) {
    headers.add(name);
    headers.add(value);
    return this;
  }

  RawPost contentType(String type) {
    return header("Content-Type", type);
  }

  /** Sent in chunks, so nothing announces its length. */
  RawPost chunked(boolean inChunks) {
    chunked = inChunks;
    return this;
  }

  /** Signed as Slack signs it. */
  RawPost signed(Instant at) {
    String second = String.valueOf(at.getEpochSecond());
    return header(TIMESTAMP, second).header(SIGNATURE, signature(second));
  }

  /** The right signature of this body for whatever the timestamp field contains. */
  String signature(String timestamp) {
    return signature(FakeSlack.SIGNING_SECRET, timestamp);
  }

  String signature(String secret, String timestamp) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      mac.update(("v0:" + timestamp + ":").getBytes(UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /**
   * The status of the bot's answer, or {@link #CLOSED}.
   *
   * @throws AssertionError if there is none within the time that Slack waits
   */
  int statusFrom(Workplace work) {
    return answerFrom(work).status();
  }

  RawAnswer answerFrom(Workplace work) {
    BodyPublisher bytes = BodyPublishers.ofByteArray(body);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(work.url("/slack/events"))
            .timeout(SLACKS_PATIENCE)
            .POST(chunked ? BodyPublishers.fromPublisher(bytes) : bytes);
    for (int i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), headers.get(i + 1));
    }
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new RawAnswer(response.statusCode(), response.body());
    } catch (HttpTimeoutException late) {
      throw new AssertionError("no answer within three seconds", late);
    } catch (IOException closed) {
      return new RawAnswer(CLOSED, "");
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stop);
    }
  }

  record RawAnswer(int status, String body) {}
}
