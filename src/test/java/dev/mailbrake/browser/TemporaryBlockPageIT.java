package dev.mailbrake.browser;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.PAULA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A temporary block that needs two approvals, from its command to its automatic unblock. */
class TemporaryBlockPageIT extends OnThePage {
  private static final String BLOCK = "Block outgoing mail";

  @Test
  void getsTwoApprovalsRemindsAndEndsAutomatically() throws IOException {
    screen().types("/mail-block " + PAULA + " for 4h sends phishing");
    assertThat(screen().card("Block outgoing mail?", "Two approvers must confirm"))
        .contains("Paula Souza", "sends phishing", "For 4h", "@Ada Lovelace");

    screen().presses(BLOCK);
    screen().card("first confirmed by @Ada Lovelace");
    screen().ephemeral("Another approver has to confirm");
    screen().presses(BLOCK);
    screen().ephemeral("somebody other than you");
    chromium().screenshot("timed-first.png");
    screen().awaitOutgoing(PAULA, "allowed");

    screen().is(SampleWorkspace.GRACE);
    screen().presses(BLOCK);
    assertThat(screen().card("Blocked, verified", "until"))
        .contains("first confirmed by @Ada Lovelace", "confirmed by @Grace Hopper");
    screen().awaitOutgoing(PAULA, "blocked");
    assertThat(screen().reply("Still to do")).contains("reset the password");
    chromium().screenshot("temporary-blocked.png");

    screen().passes(3 * 60 + 50);
    screen().card("This block ends soon", PAULA);
    assertThat(screen().buttons()).contains("Allow now", "Keep blocked");
    chromium().screenshot("timed-reminder.png");
    screen().awaitOutgoing(PAULA, "blocked");

    screen().passes(10);
    assertThat(screen().card("Allowed, verified", PAULA))
        .contains("end of the block asked for by @Ada Lovelace", "Before: outgoing mail blocked");
    screen().card("Blocked, verified", "over since");
    screen().awaitOutgoing(PAULA, "allowed");
    assertThat(screen().buttons()).isEmpty();
    chromium().screenshot("temporary-unblocked.png");
  }

  @Test
  void staysIfSomebodyKeepsIt() {
    screen().types("/mail-block tariq@zylker.com for 2h fraud");
    screen().presses(BLOCK);
    screen().card("Blocked, verified", "until");

    screen().passes(110);
    screen().reply("This block ends soon");
    screen().presses("Keep blocked");
    screen().card("Kept blocked", "@Ada Lovelace");
    screen().passes(60);
    screen().types("/mail-status");
    assertThat(screen().ephemeral("until somebody allows it")).contains("tariq@zylker.com");
    screen().awaitOutgoing("tariq@zylker.com", "blocked");
  }

  @Test
  void endsAtOnceIfSomebodyUnblocksIt() {
    screen().types("/mail-block tariq@zylker.com for 2h fraud");
    screen().presses(BLOCK);
    screen().card("Blocked, verified", "until");

    screen().passes(110);
    screen().reply("This block ends soon");
    screen().presses("Allow now");

    assertThat(screen().card("Allowed, verified", "confirmed by @Ada Lovelace"))
        .as("nothing has changed since the reminder")
        .doesNotContain("Since it was asked for");
    screen().awaitOutgoing("tariq@zylker.com", "allowed");
  }
}
