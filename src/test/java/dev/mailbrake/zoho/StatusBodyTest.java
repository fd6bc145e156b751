package dev.mailbrake.zoho;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.zoho.StatusWriter.StatusBody;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusBodyTest {
  private static final Optional<String> ZUID = Optional.of("9007199254740993");

  @Test
  void writesTheDocumentedSampleOfAdminAuthentication() {
    assertThat(StatusBody.QUOTED.body(Optional.of("1112233333"), true).toString())
        .isEqualTo(
            "{\"zuid\":\"1112233333\",\"mode\":\"updateOutgoingStatus\",\"outgoingBlocked\":\"true\"}");
  }

  @Test
  void writesTheDocumentedSampleOfUserAuthentication() {
    assertThat(StatusBody.QUOTED.body(Optional.empty(), true).toString())
        .isEqualTo("{\"mode\":\"updateOutgoingStatus\",\"outgoingBlocked\":\"true\"}");
  }

  @Test
  void writesTheDocumentedTypesWithEveryDigitOfTheZuid() {
    assertThat(StatusBody.NATIVE.body(ZUID, false).toString())
        .isEqualTo(
            "{\"zuid\":9007199254740993,\"mode\":\"updateOutgoingStatus\",\"outgoingBlocked\":false}");
    assertThat(StatusBody.NATIVE.body(Optional.empty(), true).toString())
        .isEqualTo("{\"mode\":\"updateOutgoingStatus\",\"outgoingBlocked\":true}");
  }
}
