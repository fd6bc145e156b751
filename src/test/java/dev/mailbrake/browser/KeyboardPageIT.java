package dev.mailbrake.browser;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The page without a mouse: the focus stays in place when something is redrawn. */
class KeyboardPageIT extends OnThePage {
  private static final String BLOCK = "Block outgoing mail";
  private static final String UNDO = "Allow outgoing mail…";

  @Test
  void staysOnTheCardWhoseButtonWasPressed() {
    screen().types("/mail-block " + REBECCA + " sends phishing");
    screen().pressesByKeyboard(BLOCK);
    screen().card("Blocked, verified");

    screen().awaitFocus("message", "Blocked, verified");

    screen().focus().sendKeys(Keys.TAB);
    assertThat(screen().focus().getText()).isEqualTo(UNDO);
  }

  @Test
  void staysOnAButtonThatStillExists() {
    screen().types("/mail-block paula@zylker.com sends phishing");
    screen().pressesByKeyboard(BLOCK);
    screen().card("first confirmed by @Ada Lovelace");

    screen().awaitFocus("action", BLOCK);
  }

  @Test
  void staysInTheHomeTab() {
    screen().types("/mail-block " + REBECCA + " sends phishing");
    screen().card("Block outgoing mail?");
    screen().goesHome();

    screen().pressesByKeyboard(BLOCK);
    screen().home("blocked by @Ada Lovelace");

    screen().awaitFocus("home", "blocked by @Ada Lovelace");
  }

  @Test
  void returnsFromAModal() {
    screen().types("/mail-block " + REBECCA + " sends phishing");
    screen().presses(BLOCK);
    screen().card("Blocked, verified");

    screen().pressesByKeyboard(UNDO);
    screen().fills("reason", "password reset");
    screen().focus().sendKeys(Keys.ESCAPE);
    screen().awaitNoForm();

    screen().awaitFocus("action", UNDO);
  }

  @Test
  void staysOnAMailboxAndOnASwitch() {
    screen().find("[data-address='" + REBECCA + "'] button").sendKeys(Keys.ENTER);
    screen().awaitOutgoing(REBECCA, "blocked");
    screen().awaitFocus("console", "Allow");
    assertThat(screen().focus().getAccessibleName()).isEqualTo("In the console: allow " + REBECCA);

    screen().find("[data-fault=zoho-down]").sendKeys(Keys.SPACE);
    screen().find("[data-fault=zoho-down][aria-pressed=true]");
    screen().awaitFocus("fault", "Zoho is down");
  }

  @Test
  void movesFromADismissedMessageToTheNext() {
    screen().types("/mail-status " + REBECCA);
    screen().ephemeral("outgoing mail is allowed");
    screen().types("/mail-status boris@zylker.com");
    screen().ephemeral("outgoing mail is blocked");

    screen().find("[data-testid=dismiss]").sendKeys(Keys.ENTER);

    screen().awaitFocus("message", "");
  }
}
