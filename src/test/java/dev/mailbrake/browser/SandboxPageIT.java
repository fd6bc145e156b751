package dev.mailbrake.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The sandbox as its user sees it: the real bot, FakeSlack, FakeZoho and the page, in Chromium. */
class SandboxPageIT extends OnThePage {
  private static final String REBECCA = "rebecca@zylker.com";
  private static final String BLOCK_REBECCA = "/mail-block rebecca@zylker.com sends phishing";
  private static final String BLOCK = "Block outgoing mail";

  /** Names elements wider than their container, and elements outside the view. */
  private static final String CUT_OFF =
      """
      const cut = each => each.scrollWidth > each.clientWidth + 1
          && !['inline', 'contents'].includes(getComputedStyle(each).display)
          && getComputedStyle(each).overflowX !== 'visible';
      const beyond = ({left, right}) => left < -1 || right > document.documentElement.clientWidth + 1;
      return [...document.querySelectorAll('body *')]
          .filter(each => each.checkVisibility({visibilityProperty: true}) && !each.closest('.unseen'))
          .filter(each => cut(each) || beyond(each.getBoundingClientRect()))
          .map(each => `${each.localName} ${each.className}: ${each.textContent.trim()}`)
          .join('; ');
      """;

  @Test
  void blocksAMailboxWithSlackAndZohoInSight() throws IOException {
    screen().types(BLOCK_REBECCA);
    screen().card("Block outgoing mail?");
    screen().awaitOutgoing(REBECCA, "allowed");

    screen().presses(BLOCK);

    String card = screen().card("Blocked, verified");
    assertThat(card).contains("Rebecca Anderson", "sends phishing", "@Ada Lovelace");
    screen().awaitOutgoing(REBECCA, "blocked");
    assertThat(screen().find("[data-testid=request][data-method=PUT]").getText()).contains("200");

    screen().reply("Still to do");
    chromium().screenshot("block.png");
    screen().types("/mail-unblock boris@zylker.com password reset");
    screen().card("Allow outgoing mail?");
    chromium().prefer("dark");
    chromium().screenshot("block-dark.png");
  }

  @Test
  void answersANonApproverPrivately() {
    screen().types(BLOCK_REBECCA);
    screen().card("Block outgoing mail?");

    screen().is(SampleWorkspace.NILS);
    screen().presses(BLOCK);
    String refusal = "not an approver";
    assertThat(screen().ephemeral(refusal)).startsWith("Only visible to you");

    screen().is(SampleWorkspace.ADA);
    screen().card("Block outgoing mail?");
    assertThat(screen().messages()).noneMatch(text -> text.contains(refusal));
    screen().awaitOutgoing(REBECCA, "allowed");
  }

  @Test
  void saysOnTheCardThatZohoIsDownAndRecovers() throws IOException {
    screen().types(BLOCK_REBECCA);
    screen().card("Block outgoing mail?");

    screen().switches("zoho-down", true);
    screen().presses(BLOCK);
    assertThat(screen().card("not done yet")).contains("Zoho");
    chromium().screenshot("zoho-down.png");
    screen().awaitOutgoing(REBECCA, "allowed");

    screen().switches("zoho-down", false);
    screen().card("Blocked, verified");
    screen().awaitOutgoing(REBECCA, "blocked");
  }

  @Test
  void showsACardExpireTenMinutesLater() {
    screen().types(BLOCK_REBECCA);
    screen().card("Block outgoing mail?");

    screen().clicks("later");

    screen().card("Expired, nothing changed");
    assertThat(screen().find("[data-testid=ahead]").getText()).isEqualTo("10 min ahead");
  }

  @Test
  void showsWhatSomebodyTypedAsTheyTypedIt() {
    String reason = "<img src=x onerror=alert(1)> *loud* <https://evil.example|click> &amp; :tada:";

    screen().types("/mail-block rebecca@zylker.com " + reason);

    assertThat(screen().card("Block outgoing mail?"))
        .contains("<img src=x onerror=alert(1)> *loud*");
    assertThat(chromium().driver().findElements(By.cssSelector(".log a, .log p img"))).isEmpty();
  }

  @Test
  void showsAChangeMadeInTheConsole() {
    screen().find("[data-address='boris@zylker.com'] [data-testid=console]").click();

    screen().awaitOutgoing("boris@zylker.com", "allowed");
  }

  @Test
  void answersInAChannelWithoutTheBot() {
    screen().goesTo(SampleWorkspace.RANDOM);
    screen().types("/mail-status boris@zylker.com");

    screen().ephemeral("outgoing mail is blocked");
  }

  @Test
  void recallsTheLastCommand() {
    screen().types("/mail-block help");
    screen().ephemeral("/mail-block");

    screen().find("[data-testid=box]").sendKeys(Keys.ARROW_UP);

    assertThat(screen().find("[data-testid=box]").getDomProperty("value"))
        .isEqualTo("/mail-block help");
  }

  @ParameterizedTest
  @CsvSource({"390, 844, phone.png", "820, 1180, tablet.png", "1024, 768, laptop.png"})
  void fitsTheScreen(int width, int height, String screenshot) throws IOException {
    chromium().look(width, height);
    screen().types(BLOCK_REBECCA);
    screen().card("Block outgoing mail?");

    assertThat(screen().scrollsSideways()).isFalse();
    chromium().screenshot(screenshot);
  }

  @Test
  void cutsNothingOffOnAPhone() throws IOException {
    chromium().look(390, 844);
    screen().types(BLOCK_REBECCA + " and that for far longer than one line of a phone can say");
    screen().presses(BLOCK);
    screen().card("Blocked, verified");
    screen().types("/mail-block paula@zylker.com tariq@zylker.com phishing wave, INC-42");
    screen().card("Block outgoing mail?", "paula@zylker.com", "tariq@zylker.com");
    assertThat(chromium().evaluate(CUT_OFF)).isEmpty();

    screen().goesHome();
    screen().home("Waiting for a confirmation");
    assertThat(chromium().evaluate(CUT_OFF)).as("home tab").isEmpty();
    chromium().screenshot("phone-home.png");

    screen().goesTo(SampleWorkspace.MAIL_SECURITY);
    screen().types("/mail-block");
    screen().fills("duration", "soon");
    assertThat(chromium().evaluate(CUT_OFF)).as("form").isEmpty();
    chromium().screenshot("phone-form.png");
  }

  @Test
  void offersEnoughMailboxesToTryTenAtOnce() {
    screen().clicksExample("Block ten");
    screen().find("[data-testid=box]").sendKeys(Keys.ENTER);

    String card = screen().card("Block outgoing mail?", REBECCA, "elena@zylker.com");
    assertThat(card.split("@zylker.com – ", -1)).hasSize(11);
    assertThat(card).doesNotContain("second", "Two approvers");
  }

  @Test
  void sendsOnlyTheCommandsThatSlackKnows() {
    screen().types("/mail-stop");
    assertThat(screen().hint("There is no command")).contains("/mail-block");
    assertThat(screen().messages()).isEmpty();
  }

  @Test
  void dismissesPrivateMessages() {
    screen().types("/mail-status boris@zylker.com");
    screen().ephemeral("outgoing mail is blocked");

    screen().clicks("dismiss");

    assertThat(screen().messages()).noneMatch(text -> text.contains("Asking Zoho"));
  }

  @Test
  void letsNoOtherSiteControlIt() throws Exception {
    assertThat(forward("http://evil.example").statusCode()).isEqualTo(403);

    String own = sandbox().url().toString().replaceAll("/$", "");
    assertThat(forward(own).statusCode()).isEqualTo(200);
  }

  private HttpResponse<Void> forward(String origin) throws IOException, InterruptedException {
    URI address = sandbox().url().resolve("/forward");
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Origin", origin)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"minutes\":1}"))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
  }
}
