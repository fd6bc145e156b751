package dev.mailbrake.sandbox.slack.webapi;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** An endpoint whose answers carry the time of the stand-in's clock, not the machine's. */
public record DateHeader(ApiEndpoint endpoint, Clock clock) implements ApiEndpoint {

  @Override
  public ApiAnswer answer(ApiRequest incoming) {
    String now =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
    return endpoint.answer(incoming).with("Date", now);
  }
}
