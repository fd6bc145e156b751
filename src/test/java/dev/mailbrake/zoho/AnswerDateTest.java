package dev.mailbrake.zoho;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.check.ClockSkew;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerDateTest {
  private static final Instant OURS = Instant.parse("2026-11-23T09:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "'Mon, 23 Nov 2026 09:05:00 GMT', 5 minutes behind",
    "'Mon, 23 Nov 2026 09:00:09 GMT', agree",
    "'yesterday', has no time to compare"
  })
  void readsTheDateOfAnAnswer(String header, String words) {
    Answer answer = Said.said(200, "{}", Map.of("Date", List.of(header)));

    assertThat(ClockSkew.of("Zoho clock", "Zoho", answer.date(), OURS).seen()).contains(words);
  }
}
