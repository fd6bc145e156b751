package dev.mailbrake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.mailbox.Trouble.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TroubleTest {

  @ParameterizedTest
  @EnumSource(names = {"RETRY_LATER", "UNPROVEN"})
  void isPassingIfItMayGoThroughLater(Kind kind) {
    assertThat(trouble(kind).isPassing()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"RETRY_LATER", "UNPROVEN"})
  void isFinalWhereWaitingMendsNothing(Kind kind) {
    assertThat(trouble(kind).isPassing()).isFalse();
  }

  @Test
  void saysWhatHappenedAndWhatToDo() {
    assertThat(trouble(Kind.REFUSED).sentence())
        .isEqualTo("Zoho refused the token. Authorize Mailbrake again.");
  }

  private static Trouble trouble(Kind kind) {
    return new Trouble(kind, "Zoho refused the token", "Authorize Mailbrake again.", Duration.ZERO);
  }
}
