package dev.mailbrake.zoho;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mailbrake.check.HttpHeaders;
import feign.Response;
import feign.Util;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** From a raw response to an {@link Answer}; a body that is no JSON is no error here. */
final class AnswerReader {
  /** A quarter of an hour: no header may put a confirmed change to sleep for a day. */
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

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
      return new Answer(
          response.status(),
          parse(text),
          text.isBlank(),
          header(response, "retry-after")
              .flatMap(HttpHeaders::retryAfter)
              .map(pause -> pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause),
          header(response, "date").flatMap(HttpHeaders::date));
    }
  }

  private JsonNode parse(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance(); // A proxy's web page; Answer knows what that means.
    }
  }

  /** Feign finds a header in any case of letters. */
  private static Optional<String> header(Response response, String name) {
    return response.headers().getOrDefault(name, List.of()).stream().findFirst();
  }
}
