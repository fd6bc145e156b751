package dev.mailbrake.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {
  private static final String KEY = "Aa1-bb2_cc3";

  static Stream<Arguments> secrets() {
    return Stream.of("text", "json")
        .flatMap(
            format ->
                Stream.of(
                        "xoxb-" + KEY,
                        "xoxe.xoxp-" + KEY,
                        "xapp-1-A0-" + KEY,
                        "1000.0123456789abcdef0123.89abcdef01234567",
                        "Authorization: Bearer " + KEY,
                        "authorization=[Zoho-oauthtoken " + KEY + "]",
                        "https://hooks.slack.com/commands/T0/1/" + KEY,
                        "client_secret=" + KEY + "&refresh_token=" + KEY,
                        "wss://wss.slack.com/link/?ticket=" + KEY + "&app_id=1",
                        "postgres://mailbrake:" + KEY + "@db/mailbrake")
                    .map(secret -> Arguments.of(format, secret)));
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void maskSecretsByTheirForm(String format, String secret) {
    Exception deeper = new IllegalArgumentException("caused by " + secret);
    Exception thrown = new IllegalStateException("broke at " + secret, deeper);

    String line = line(format, "said " + secret + " to Slack", thrown, Map.of("by", secret));

    assertThat(line)
        .contains("said ", "***", " to Slack", "IllegalStateException: broke at", "caused by")
        .doesNotContain(KEY, "89abcdef01234567", "0123456789abcdef");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void keepEverythingElseUnchanged(String format) {
    String words =
        "request 3f2b8c1e-1000-4bbb-9d2e-0123456789ab ended in 1000.5 s: rebecca@zylker.com,"
            + " https://mail.zoho.com/api/accounts, token is old, boxes-and-boxes";

    assertThat(line(format, words, null, Map.of())).contains(words).doesNotContain("***");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void sayWhatALineIsAbout(String format) {
    String line =
        line(
            format,
            "done",
            null,
            Map.of("job", "j-1", "request", "r-1", "card", "c-1", "by", "U0ADA00001"));

    assertThat(line)
        .containsPattern("\"?job\"?[=:]\"?j-1")
        .containsPattern("\"?request\"?[=:]\"?r-1");
    assertThat(line)
        .containsPattern("\"?card\"?[=:]\"?c-1")
        .containsPattern("\"?by\"?[=:]\"?U0ADA");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void omitWhatALineIsNotAbout(String format) {
    assertThat(line(format, "started", null, Map.of()))
        .doesNotContain("job", "request", "card", "by")
        .endsWith("\n")
        .hasLineCount(1);
  }

  static Stream<Arguments> breaks() {
    return Stream.of("text", "json")
        .flatMap(
            format ->
                Stream.of("\n", "\r", "\r\n", "\u0085", "\u000b", "\u2028", "\u2029", "\u202e")
                    .map(chars -> Arguments.of(format, chars)));
  }

  /** In a message, in a marker, and in the message of an exception. */
  @ParameterizedTest
  @MethodSource("breaks")
  void letNobodyElseWriteALine(String format, String chars) {
    String forged = "2026-11-26T00:00:00.000Z ERROR Bot all is lost";
    Exception thrown = new IllegalStateException("U1" + chars + forged);

    String line = line(format, "by U1" + chars + forged, thrown, Map.of("by", "U1" + chars));

    assertThat(line.split("\\R"))
        .filteredOn(each -> each.startsWith("{") || each.startsWith("2026-11-26"))
        .hasSizeLessThanOrEqualTo(1);
    assertThat(line.substring(1)).doesNotContain("\n2026-11-26", "\u2028", "\u2029", "\u202e");
    assertThat(line).containsOnlyOnce("IllegalStateException");
    if (format.equals("text")) {
      assertThat(line.lines().skip(1)).allMatch(each -> each.startsWith("  "));
    } else {
      assertThat(line).hasLineCount(1);
    }
  }

  private static String line(
      String format, String message, @Nullable Throwable thrown, Map<String, String> marks) {
    try (ShippedLayout layout = new ShippedLayout(format)) {
      Logger logger = layout.context().getLogger("dev.mailbrake.Example");
      LoggingEvent event =
          new LoggingEvent("fqcn", logger, Level.WARN, message, thrown, new Object[0]);
      event.setMDCPropertyMap(marks);
      return layout.line(event);
    }
  }
}
