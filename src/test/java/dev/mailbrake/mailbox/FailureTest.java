package dev.mailbrake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.mailbox.Failure.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureTest {

  @ParameterizedTest
  @EnumSource(names = {"RETRY_LATER", "UNPROVEN"})
  void isTemporaryIfItMayPassLater(Kind kind) {
    assertThat(failure(kind).isPassing()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"RETRY_LATER", "UNPROVEN"})
  void isFinalIfWaitingDoesNotHelp(Kind kind) {
    assertThat(failure(kind).isPassing()).isFalse();
  }

  @Test
  void saysWhatHappenedAndWhatToDo() {
    assertThat(failure(Kind.REFUSED).sentence())
        .isEqualTo("Zoho refused the token. Authorize Mailbrake again.");
  }

  private static Failure failure(Kind kind) {
    return new Failure(kind, "Zoho refused the token", "Authorize Mailbrake again.", Duration.ZERO);
  }
}
