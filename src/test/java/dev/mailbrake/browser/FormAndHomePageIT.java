package dev.mailbrake.browser;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.PAULA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The alternatives to a typed command and a button on a card, and who else gets messages. */
class FormAndHomePageIT extends OnThePage {
  private static final String BLOCK = "Block outgoing mail";
  private static final String UNDO = "Allow outgoing mail…";

  @Test
  void requestsByAModalThatShowsItsErrors() throws IOException {
    screen().types("/mail-block");
    screen().fills("address", REBECCA);
    screen().fills("duration", "soon");
    screen().fills("reason", "sends phishing");
    screen().clicks("form-submit");
    assertThat(screen().error("duration")).contains("4h");
    chromium().screenshot("form.png");

    screen().fills("duration", "4h");
    screen().clicks("form-submit");

    screen().awaitNoForm();
    assertThat(screen().card("Block outgoing mail?", REBECCA)).contains("For 4h", "sends phishing");
  }

  @Test
  void confirmsOnTheHomeTab() throws IOException {
    screen().types("/mail-block " + REBECCA + " sends phishing");
    screen().card("Block outgoing mail?");
    screen().goesHome();
    assertThat(screen().home("Waiting for a confirmation")).contains(REBECCA, "sends phishing");
    chromium().screenshot("home-waiting.png");

    screen().presses(BLOCK);

    assertThat(screen().home("blocked by @Ada Lovelace")).contains("until somebody allows it");
    screen().awaitOutgoing(REBECCA, "blocked");
    chromium().screenshot("home-blocked.png");
  }

  @Test
  void saysOnTheHomeTabWhoMayNotSeeIt() {
    screen().is(SampleWorkspace.NILS);
    screen().goesHome();

    assertThat(screen().home("approver")).doesNotContain("Waiting for a confirmation");
  }

  @Test
  void requestsTheEndOfABlockFromItsCard() throws IOException {
    screen().types("/mail-block " + REBECCA + " sends phishing");
    screen().presses(BLOCK);
    screen().card("Blocked, verified");

    screen().presses(UNDO);
    screen().fills("reason", "password reset");
    chromium().screenshot("undo-form.png");
    screen().clicks("form-submit");

    screen().card("Allow outgoing mail?", "password reset");
    screen().presses("Allow outgoing mail");
    screen().card("Allowed, verified");
    screen().awaitOutgoing(REBECCA, "allowed");
    assertThat(screen().buttons()).isEmpty();
  }

  @Test
  void reportsWhatSomebodyChangedInTheConsole() throws IOException {
    screen().types("/mail-block " + REBECCA + " sends phishing");
    screen().presses(BLOCK);
    screen().card("Blocked, verified");
    screen().find("[data-address='" + REBECCA + "'] [data-testid=console]").click();
    screen().awaitOutgoing(REBECCA, "allowed");

    looks(60);
    looks(20); // A difference counts only if a second read shows it too.
    screen().passes(20);

    screen().card("By now Zoho says otherwise");
    screen().goesTo(SampleWorkspace.MAIL_AUDIT);
    screen().card("⚠️ " + REBECCA, "unblocked outside Mailbrake");
    chromium().screenshot("drift.png");
  }

  private void looks(int minutesLater) {
    int before = screen().requests();
    screen().passes(minutesLater);
    screen().awaitLook(before);
  }

  @Test
  void postsEachDecisionAndRefusalInTheAuditChannel() throws IOException {
    screen().types("/mail-block " + PAULA + " sends phishing");
    screen().presses(BLOCK);
    screen().card("first confirmed by");
    screen().is(SampleWorkspace.NILS);
    screen().presses(BLOCK);
    screen().is(SampleWorkspace.GRACE);
    screen().presses(BLOCK);
    screen().card("Blocked, verified");

    screen().goesTo(SampleWorkspace.MAIL_AUDIT);

    screen().card("first of 2 approvals · block " + PAULA, "Ada Lovelace");
    screen().card("refused click · block " + PAULA, "Nils Lindqvist", "not-an-approver");
    screen().card("· confirmed · block " + PAULA, "Grace Hopper", "reason: sends phishing");
    chromium().screenshot("audit.png");
  }
}
