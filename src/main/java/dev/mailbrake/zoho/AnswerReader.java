package dev.mailbrake.zoho;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import feign.Response;
import feign.Util;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** From a raw response to an {@link Answer}; a body that is no JSON is no error here. */
final class AnswerReader {
  /** A quarter of an hour: no header may put a confirmed change to sleep for a day. */
  private static final long LONGEST_PAUSE = 900;

  private final JsonMapper json;

  AnswerReader(JsonMapper json) {
    this.json = json;
  }

  Answer read(Response response) throws IOException {
    try (response) {
      String text =
          response.body() == null
              ? ""
              : Util.toString(response.body().asReader(StandardCharsets.UTF_8));
      return new Answer(response.status(), parse(text), text.isBlank(), retryAfter(response));
    }
  }

  private JsonNode parse(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance(); // A proxy's web page; Answer knows what that means.
    }
  }

  private static Optional<Duration> retryAfter(Response response) {
    Collection<String> values = response.headers().getOrDefault("retry-after", List.of());
    return values.stream()
        .map(String::strip)
        .filter(value -> value.matches("[0-9]{1,6}"))
        .map(seconds -> Duration.ofSeconds(Math.min(Long.parseLong(seconds), LONGEST_PAUSE)))
        .findFirst();
  }
}
