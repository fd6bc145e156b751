package dev.mailbrake.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** A running bot that a whole test class abuses, with checks that nothing came of it. */
final class Abused implements AutoCloseable {
  private static final int ANY_NUMBER = 100_000;
  private static final String HELP = "command=%2Fmail-block&text=help&user_id=U0ADA00001";

  final Workplace work;
  private final LoggedErrors errors = LoggedErrors.open();
  private int looks;

  Abused() {
    // The test's clock stands still, so the minute's requests would never become available again.
    work = Workplace.open(Map.of("ZOHO_REQUESTS_PER_MINUTE", String.valueOf(ANY_NUMBER)));
    work.zoho.settings().requestsPerMinute(ANY_NUMBER);
  }

  /** Whether a command is still acknowledged. */
  void checkServes() {
    RawPost.RawAnswer answer =
        new RawPost(HELP).contentType(RawPost.FORM).signed(work.clock.instant()).answerFrom(work);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("/mail-unblock");
  }

  /** Runs a command end to end, behind everything sent before it, and looks for harm. */
  void checkUnharmed() {
    String marker = "marker-" + ++looks + "@zylker.com";
    work.ada.types("/mail-status " + marker);
    work.ada.reads("There's no mailbox " + marker);
    assertThat(errors.messages()).isEmpty();
    assertThat(work.zoho.writes()).isEmpty();
  }

  /** How often {@link #checkUnharmed()} looked up a person. */
  int looks() {
    return looks;
  }

  @Override
  public void close() {
    work.close();
    errors.close();
  }
}
