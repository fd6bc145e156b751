package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.PAULA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.zoho.RequestKind;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import dev.mailbrake.sandbox.zoho.ZohoWrite;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZohoFailureTest {

  @Test
  void saysThatAMailboxDoesNotExist() {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-block nobody@zylker.com sends phishing");
      work.ada.reads("There's no mailbox nobody@zylker.com", "Check the spelling");
      assertThat(work.cards()).isEmpty();
      assertThat(work.record().details("REFUSED")).containsExactly("no-such-mailbox");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_ADMIN, Zoho refused, must be an administrator",
    "SCOPE_MISSING, lacks a scope, Authorize again with the scopes",
    "WRONG_CLIENT, doesn't know the OAuth client, ZOHO_DATA_CENTER",
    "REFRESH_REVOKED, no longer accepts the refresh token, Authorize again",
    "DOWN, unavailable (HTTP 503), try again",
    "HTML, not its usual form, try again",
    "PAGE_403, not its usual form, try again",
    "PAGE_404, not its usual form, try again",
    "PAGE_408, not its usual form, try again",
    "OPERATION_FAILED, unavailable (HTTP 500), try again",
    "FOREIGN_RECORD, does not list this address, try the primary address",
    "EMPTY, not its usual form, try again",
    "ERROR_IN_200, unavailable (HTTP 500: INTERNAL_ERROR, try again",
    "THROTTLED, rate-limiting, try again",
    "TOKEN_THROTTLED_200, too many access tokens, try again in 10 minutes",
    "TOKEN_THROTTLED_400, too many access tokens, try again in 10 minutes",
    "TOKEN_THROTTLED_LOCALISED, too many access tokens, try again in 10 minutes",
    "RESET, dropped the connection, try again",
    "HANG_UP, dropped the connection, try again",
    "BUSINESS_500, Maximum user license limit reached, Admin Console",
  })
  void tellsTheRequesterWhyALookupFailedAndWhatToDo(ZohoFault fault, String why, String remedy) {
    try (Workplace work = Workplace.open()) {
      RequestKind kind = fault.concerns(RequestKind.READ) ? RequestKind.READ : RequestKind.TOKEN;
      work.zoho.inject(fault.on(kind));
      work.ada.types("/mail-block rebecca@zylker.com sends phishing");
      work.ada.reads(REBECCA + ": could not be looked up, so nothing was asked for", why, remedy);
      assertThat(work.cards()).isEmpty();
      assertThat(work.record().events()).containsExactly("REFUSED");
    }
  }

  /** Of the accounts in an answer, only the one that lists the address counts. */
  @Test
  void findsTheOneAccountThatListsTheAddress() {
    try (Workplace work = Workplace.open()) {
      work.zoho.inject(ZohoFault.CROWDED_LOOKUP);
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      assertThat(card.plainText()).contains(REBECCA);

      work.ada.presses(Workplace.BLOCK, card);

      work.card("Blocked, verified", REBECCA);
      assertThat(work.isBlocked(REBECCA)).isTrue();
      assertThat(work.zoho.writes()).hasSize(1);
    }
  }

  @Test
  void findsAMailboxThoughZohoDropsTheConnectionOnce() {
    try (Workplace work = Workplace.open()) {
      work.zoho.inject(ZohoFault.HANG_UP.on(RequestKind.READ).times(1));
      work.ada.asksToBlock(REBECCA);
      assertThat(work.record().events()).containsExactly("ASKED");
    }
  }

  @Test
  void tellsTheRequesterThatZohoCannotBeReached() {
    try (Workplace work = Workplace.open()) {
      work.zoho.stopListening();
      work.ada.types("/mail-block rebecca@zylker.com sends phishing");
      work.ada.reads("so nothing was asked for", "cannot be reached", "try again");
      assertThat(work.cards()).isEmpty();
      assertThat(work.record().events()).containsExactly("REFUSED");
    }
  }

  @Test
  void letsTheLastConfirmedChangeWinHoweverLongTheFirstWasStuck() {
    try (Workplace work = Workplace.open()) {
      SlackMessage block = work.ada.asksToBlock(REBECCA);
      work.ada.types("/mail-unblock " + REBECCA + " false alarm");
      SlackMessage allow = work.card("Allow outgoing mail?", "false alarm");
      work.zoho.inject(ZohoFault.DOWN);
      work.ada.presses(Workplace.BLOCK, block);
      work.card("Confirmed, not done yet", "HTTP 503", "sends phishing");
      work.passes(Duration.ofSeconds(1));
      work.ada.presses(Workplace.UNBLOCK, allow);
      work.card("Confirmed, not done yet", "An earlier change", "false alarm");

      work.zoho.clearFaults();
      work.passes(Duration.ofMinutes(2));
      work.card("Blocked, verified", "sends phishing");
      work.passes(Duration.ofMinutes(2));
      work.card("Allowed, verified", "false alarm");

      assertThat(work.zoho.writes()).extracting(ZohoWrite::blocked).containsExactly(true, false);
    }
  }

  @Test
  void doesNotBelieveThatAMailboxCanSendWhileABlockIsNotVisibleYet() {
    try (Workplace work = Workplace.open()) {
      work.zoho.settings().lag(Duration.ofMinutes(5));
      work.zoho.inject(ZohoFault.LAGGING_READS);
      work.ada.presses(Workplace.BLOCK, work.ada.asksToBlock(REBECCA));
      work.card("Accepted by Zoho, not visible yet", "sends phishing");

      work.ada.types("/mail-unblock " + REBECCA + " false alarm");
      SlackMessage allow = work.card("Allow outgoing mail?", "false alarm");
      work.passes(Duration.ofSeconds(1)); // The order of the two is what this test is about.
      work.ada.presses(Workplace.UNBLOCK, allow);
      work.card("Allowed, verified", "false alarm");
      work.passes(Duration.ofMinutes(6));

      work.card(
          "Accepted by Zoho, but never seen", "a later change of this mailbox took its place");
      assertThat(work.isBlocked(REBECCA)).isFalse();
      assertThat(work.zoho.writes()).extracting(ZohoWrite::blocked).containsExactly(true, false);
    }
  }

  @Test
  void givesUpAfterAnHourAndSaysWhatIsUnknown() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.zoho.inject(ZohoFault.DOWN);
      work.ada.presses(Workplace.BLOCK, card);
      work.card("Confirmed, not done yet");

      work.passes(Duration.ofMinutes(61));

      work.card("Failed", "tried for an hour and gave up", "It is not known whether");
    }
  }

  @Test
  void doesNotFloodTheTokenEndpoint() {
    try (Workplace work = Workplace.open()) {
      work.zoho.inject(ZohoFault.TOKEN_THROTTLED_200);
      for (int i = 1; i <= 5; i++) {
        work.ada.types("/mail-status rebecca@zylker.com");
      }
      work.slack.await(
          () ->
              work.ada.privateMessages().stream()
                  .filter(message -> message.plainText().contains("too many access tokens"))
                  .skip(4)
                  .findFirst(),
          Workplace.PATIENCE);
      assertThat(work.zoho.requests())
          .filteredOn(request -> request.kind() == RequestKind.TOKEN)
          .hasSize(1);
    }
  }

  @Test
  void staysWithinTheMinuteLimitAndPutsAConfirmedChangeFirst() {
    try (Workplace work = Workplace.open(Map.of("ZOHO_REQUESTS_PER_MINUTE", "10"))) {
      work.zoho.settings().requestsPerMinute(10);
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      // Uses up the rest of the lookups' share of this minute, and more.
      work.ada.types("/mail-status " + PAULA + " " + many(9));

      work.ada.presses(Workplace.BLOCK, card);

      work.card("Blocked, verified");
      work.passes(Duration.ofSeconds(61));
      work.ada.reads(PAULA);
      assertThat(work.zoho.requests()).noneMatch(request -> request.status() == 429);
    }
  }

  private static String many(int count) {
    StringBuilder addresses = new StringBuilder();
    for (int i = 0; i < count; i++) {
      addresses.append("somebody").append(i).append("@zylker.com ");
    }
    return addresses.toString();
  }
}
