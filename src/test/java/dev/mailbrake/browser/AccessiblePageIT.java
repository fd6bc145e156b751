package dev.mailbrake.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What axe-core, whose accessibility rules the browsers' own tools use, says about the page. */
class AccessiblePageIT extends OnThePage {

  @ParameterizedTest
  @CsvSource({"1280, 900, light", "390, 844, dark"})
  void hasNoProblemThatAxeFinds(int width, int height, String colors) {
    chromium().look(width, height);
    chromium().prefer(colors);
    finds("at the start");

    screen().types("/mail-block rebecca@zylker.com for 4h sends phishing");
    screen().presses("Block outgoing mail");
    screen().card("Blocked, verified");
    screen().types("/mail-block paula@zylker.com tariq@zylker.com phishing wave, INC-42");
    screen().card("Block outgoing mail?", "paula@zylker.com", "tariq@zylker.com");
    screen().switches("zoho-slow", true);
    finds("with cards");

    screen().goesTo(SampleWorkspace.MAIL_AUDIT);
    screen().card("confirmed · block rebecca@zylker.com");
    finds("in the audit channel");

    screen().goesHome();
    screen().home("Waiting for a confirmation");
    finds("in the home tab");

    screen().goesTo(SampleWorkspace.RANDOM);
    screen().types("/mail-block");
    screen().fills("duration", "soon");
    screen().clicks("form-submit");
    screen().error("duration");
    finds("in a form");
  }

  private static void finds(String where) {
    assertThat(chromium().violations()).as(where).isEmpty();
  }
}
