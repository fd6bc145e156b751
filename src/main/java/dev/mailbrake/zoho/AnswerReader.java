package dev.mailbrake.zoho;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import feign.Response;
import feign.Util;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
      return new Answer(
          response.status(), parse(text), text.isBlank(), retryAfter(response), date(response));
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
    return header(response, "retry-after")
        .filter(value -> value.matches("[0-9]{1,6}"))
        .map(seconds -> Duration.ofSeconds(Math.min(Long.parseLong(seconds), LONGEST_PAUSE)))
        .findFirst();
  }

  /** A date that cannot be read is none. */
  private static Optional<Instant> date(Response response) {
    try {
      return header(response, "date")
          .findFirst()
          .map(text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  /** Feign finds a header in any case of letters. */
  private static Stream<String> header(Response response, String name) {
    return response.headers().getOrDefault(name, List.of()).stream().map(String::strip);
  }
}
