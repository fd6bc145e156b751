package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mailbrake.sandbox.zoho.AcceptedJsonTypes;
import dev.mailbrake.sandbox.zoho.FakeZohoSettings;
import dev.mailbrake.sandbox.zoho.RequestKind;
import dev.mailbrake.sandbox.zoho.SampleOrganization;
import dev.mailbrake.sandbox.zoho.ThrottleBody;
import dev.mailbrake.sandbox.zoho.ZohoAccount;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every fault of Zoho as a story of one confirmed block: how it ends, how often it took effect,
 * each request from the click on (FakeZoho enforces its limit of thirty a minute throughout), what
 * the card says, and what the audit log keeps.
 */
@Tag("sqlite")
@Tag("long")
class ZohoFaultTableTest {
  private static final String RENAMED = "rebecca.anderson@zylker.com";
  private static final String CONSOLE = "Zoho Mail Admin Console";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          DOWN              | Zoho is unavailable (HTTP 503)        | PUT 503, GET 200, PUT 200, GET 200
          HTML              | not its usual form                     | PUT 200, GET 200, PUT 200, GET 200
          EMPTY             | not its usual form                     | PUT 200, GET 200, PUT 200, GET 200
          ERROR_IN_200      | unavailable (HTTP 500: INTERNAL_ERROR | PUT 200, GET 200, PUT 200, GET 200
          HANG_UP           | Zoho dropped the connection          | PUT 0, GET 200, PUT 200, GET 200
          RESET             | Zoho dropped the connection          | PUT 200, GET 200, PUT 200, GET 200
          RESET_AFTER_WRITE | Zoho dropped the connection          | PUT 0, GET 200
          CUT_AFTER_WRITE   | Zoho dropped the connection          | PUT 200, GET 200
          PAGE_403          | not its usual form                     | PUT 403, GET 200, PUT 200, GET 200
          PAGE_404          | not its usual form                     | PUT 404, GET 200, PUT 200, GET 200
          PAGE_408          | not its usual form                     | PUT 408, GET 200, PUT 200, GET 200
          OPERATION_FAILED  | Zoho is unavailable (HTTP 500)        | PUT 500, GET 200, PUT 200, GET 200
          BUSINESS_500      | Maximum user license limit reached     | PUT 500, GET 200, PUT 200, GET 200
          PAGE_AFTER_WRITE  | not its usual form                     | PUT 403, GET 200
          ERROR_AFTER_WRITE | The service is busy                    | PUT 503, GET 200
          """)
  void readsBeforeWritingAgainIfAChangeHadNoAnswer(
      ZohoFault fault, String meanwhile, String requests) {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      block.meetsOnce(fault, RequestKind.WRITE).isConfirmed();
      block.says("Confirmed, not done yet", meanwhile, "Mailbrake keeps trying");
      assertThat(block.state()).isEqualTo("CONFIRMED");

      block.passes(Duration.ofSeconds(2));

      String attempts = requests.matches(".*PUT.*PUT.*") ? "ATTEMPTED, ATTEMPTED" : "ATTEMPTED";
      isVerified(block, requests, attempts + ", OUTCOME VERIFIED");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          THROTTLED_429 | PUT 429, GET 200, PUT 200, GET 200
          THROTTLED_400 | PUT 400, GET 200, PUT 200, GET 200
          THROTTLED_500 | PUT 500, GET 200, PUT 200, GET 200
          """)
  void pausesForAMinuteWhenAChangeIsThrottled(ThrottleBody form, String requests) {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      block.work.zoho.settings().throttleForm(form);
      block.meetsOnce(ZohoFault.THROTTLED, RequestKind.WRITE).isConfirmed();
      block.says(
          "Confirmed, not done yet", "Zoho is rate-limiting Mailbrake", "Mailbrake keeps trying");
      block.leavesZohoAloneFor(Duration.ofMinutes(1));

      isVerified(block, requests, "ATTEMPTED, ATTEMPTED, OUTCOME VERIFIED");
    }
  }

  @Test
  void pausesForLongerWhenZohoThrottlesAgain() {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      block.meets(ZohoFault.THROTTLED.times(2)).isConfirmed();
      block.says("Confirmed, not done yet", "Zoho is rate-limiting Mailbrake");
      block.leavesZohoAloneFor(Duration.ofMinutes(1)).leavesZohoAloneFor(Duration.ofMinutes(2));

      isVerified(
          block,
          "PUT 429, GET 429, GET 200, PUT 200, GET 200",
          "ATTEMPTED, ATTEMPTED, OUTCOME VERIFIED");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          DOWN         | Zoho is unavailable (HTTP 503)        | GET 503, GET 503, GET 503, GET 503
          EMPTY        | not its usual form                     | GET 200, GET 200
          PAGE_403     | not its usual form                     | GET 403, GET 403
          PAGE_404     | not its usual form                     | GET 404, GET 404
          RESET        | Zoho dropped the connection          | GET 200, GET 200, GET 200, GET 200
          """)
  void writesNothingUntilAnOldStatusCouldBeReadAgain(
      ZohoFault fault, String meanwhile, String inVain) {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      // The click asks Zoho and is decided by the stored status; the job asks again.
      int times = inVain.split(",").length;
      block.afterTwoMinutes().meets(fault.on(RequestKind.READ).times(times)).isConfirmed();
      block.says("Confirmed, not done yet", meanwhile, "Mailbrake keeps trying");
      assertThat(block.effects()).isZero();

      block.passes(Duration.ofSeconds(2));

      isVerified(block, inVain + ", GET 200, PUT 200, GET 200", "ATTEMPTED, OUTCOME VERIFIED");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DOWN           |  2 | PUT 200, GET 503, GET 503, GET 200
          PAGE_404       |  2 | PUT 200, GET 404, GET 200
          FOREIGN_RECORD |  2 | PUT 200, GET 200, GET 200
          SCOPE_MISSING  |  2 | PUT 200, GET 401, GET 200
          THROTTLED      | 60 | PUT 200, GET 429, GET 200
          """)
  void claimsNoMoreThanAcceptedUntilAReadConfirmsIt(ZohoFault fault, int pause, String requests) {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      int times = requests.split(", GET").length - 2;
      block.meets(fault.on(RequestKind.READ).times(times)).isConfirmed();
      block.says("Accepted by Zoho, not visible yet", "keeps checking");
      assertThat(block.state()).isEqualTo("ACCEPTED");

      block.passes(Duration.ofSeconds(pause));

      isVerified(block, requests, "ATTEMPTED, OUTCOME ACCEPTED, OUTCOME VERIFIED");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HANG_UP | PUT 200, GET 0, GET 200
          RESET   | PUT 200, GET 200, GET 200
          DOWN    | PUT 200, GET 503, GET 200
          """)
  void readsOnceMoreAtOnceIfTheConnectionBreaksOrZohoIsDownForAMoment(
      ZohoFault fault, String requests) {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      block.meetsOnce(fault, RequestKind.READ).isConfirmed();
      isVerified(block, requests, "ATTEMPTED, OUTCOME VERIFIED");
    }
  }

  @Test
  void blocksThoughZohoClosesEachIdleConnectionAtOnce() {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      block.work.zoho.settings().idle(Duration.ofMillis(50));
      block.work.ada.types("/mail-status " + REBECCA);
      await().atMost(Workplace.PATIENCE).until(() -> block.work.zoho.connections() == 0);
      block.isConfirmed();
      isVerified(block, "PUT 200, GET 200", "ATTEMPTED, OUTCOME VERIFIED");
    }
  }

  /** A server error does not prove that nothing happened, however plausible its reason sounds. */
  @Test
  void failsWithTheReasonOfAServerErrorThatCameThreeTimesWithNothingChanged() {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      block.meets(ZohoFault.BUSINESS_500.on(RequestKind.WRITE)).isConfirmed();
      block.says("Confirmed, not done yet", "Maximum user license limit", "keeps trying");
      block.passes(pause(1)).passes(pause(2)).passes(pause(3));

      String reason = "Zoho reported an error (Maximum user license limit reached), 3 times";
      block.says("Failed", reason, "Do it in the " + CONSOLE, "Nothing was changed");
      hasFailed(
          block,
          "PUT 500, GET 200, PUT 500, GET 200, PUT 500, GET 200",
          "ATTEMPTED, ATTEMPTED, ATTEMPTED, ",
          reason,
          "Nothing was changed");
    }
  }

  @Test
  void failsWithTheReasonOfAServerErrorThatThreeReadsGotBeforeAnythingWasSent() {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      block.afterTwoMinutes().meets(ZohoFault.BUSINESS_500.on(RequestKind.READ)).isConfirmed();
      block.says("Confirmed, not done yet", "Maximum user license limit", "keeps trying");
      block.passes(pause(1)).passes(pause(2));

      block.says("Failed", "Maximum user license limit reached", "Nothing was changed", CONSOLE);
      hasFailed(block, "GET 500, GET 500, GET 500, GET 500", "", "3 times", "Nothing was changed");
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          WRITE | REFUSED_WRITES | PUT 400 | OUTGOING_STATUS_CHANGE_NOT_ALLOWED | do it in the Zoho Mail Admin Console
          WRITE | NOT_ADMIN      | PUT 403 | Zoho refused                       | must be an administrator
          WRITE | SCOPE_MISSING  | PUT 401 | lacks a scope                      | Authorize again with the scopes
          READ  | SCOPE_MISSING  | GET 401, GET 401 | lacks a scope                      | Authorize again with the scopes
          """)
  void failsAtOnceWithZohosReasonAndTheRemedy(
      RequestKind kind, ZohoFault fault, String requests, String reason, String remedy) {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      if (kind == RequestKind.READ) {
        block.afterTwoMinutes();
      }
      block.meets(fault.on(kind)).isConfirmed();

      block.says("Failed", reason, remedy, "Nothing was changed", REBECCA, "sends phishing");
      String attempts = kind == RequestKind.WRITE ? "ATTEMPTED, " : "";
      hasFailed(block, requests, attempts, reason, remedy, "Nothing was changed");
    }
  }

  @Test
  void repeatsTheChangeWithAFreshTokenWhenItsOwnHasExpired() {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      block.meets(ZohoFault.TOKENS_EXPIRED).isConfirmed();
      isVerified(block, "PUT 401, POST 200, PUT 200, GET 200", "ATTEMPTED, OUTCOME VERIFIED");
    }
  }

  @Test
  void readsWithAFreshTokenWhenItsOwnExpiresRightAfterTheChange() {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      block.work.zoho.onWrite(write -> block.meets(ZohoFault.TOKENS_EXPIRED));
      block.isConfirmed();
      isVerified(block, "PUT 200, GET 401, POST 200, GET 200", "ATTEMPTED, OUTCOME VERIFIED");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          REFRESH_REVOKED | no longer accepts the refresh token | set ZOHO_REFRESH_TOKEN
          WRONG_CLIENT    | OAuth client (invalid_client)         | ZOHO_DATA_CENTER
          """)
  void failsAtOnceIfThereWillBeNoFreshToken(ZohoFault fault, String reason, String remedy) {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      block.meets(ZohoFault.TOKENS_EXPIRED).meets(fault).isConfirmed();

      block.says("Failed", reason, remedy, "Nothing was changed");
      hasFailed(block, "PUT 401, POST 200", "ATTEMPTED, ", reason, remedy, "Nothing was changed");
    }
  }

  @Test
  void failsAtOnceIfZohoRefusesAFreshTokenToo() {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      block.work.zoho.remove(SampleOrganization.OWNER);
      block.isConfirmed();

      block.says("Failed", "refuses the access token, a fresh one too", "Check ZOHO_DATA_CENTER");
      hasFailed(
          block,
          "PUT 401, POST 200, PUT 401",
          "ATTEMPTED, ",
          "a fresh one too",
          "Nothing was changed");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TOKEN_THROTTLED_200       | 600 | too many access tokens                | POST 200
          TOKEN_THROTTLED_400       | 600 | too many access tokens                | POST 400
          TOKEN_THROTTLED_LOCALISED | 600 | too many access tokens                | POST 400
          DOWN                      |   5 | gave no access token (HTTP 503)       | POST 503
          """)
  void pausesIfThereIsNoFreshTokenNow(
      ZohoFault fault, int pause, String meanwhile, String refresh) {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      block.meets(ZohoFault.TOKENS_EXPIRED).meetsOnce(fault, RequestKind.TOKEN).isConfirmed();
      block.says("Confirmed, not done yet", meanwhile, "Mailbrake keeps trying");
      block.leavesZohoAloneFor(Duration.ofSeconds(pause));

      isVerified(
          block,
          "PUT 401, " + refresh + ", POST 200, GET 200, PUT 200, GET 200",
          "ATTEMPTED, ATTEMPTED, OUTCOME VERIFIED");
    }
  }

  @Test
  void sendsNativeTypesOnceIfTheQuotedFormDoesNotMatchThePattern() {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      block.work.zoho.settings().acceptedForm(AcceptedJsonTypes.NATIVE);
      block.isConfirmed();
      isVerified(block, "PUT 400, PUT 200, GET 200", "ATTEMPTED, OUTCOME VERIFIED");
    }
  }

  @Test
  void blocksAfterZohoRefusedConnectionsForAWhile() {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      block.work.zoho.stopListening();
      block.isConfirmed();
      block.says("Confirmed, not done yet", "Zoho cannot be reached", "Mailbrake keeps trying");
      block.passes(Duration.ofSeconds(2)).passes(Duration.ofSeconds(3));
      block.work.zoho.listenAgain();
      block.passes(Duration.ofSeconds(1));

      isVerified(block, "GET 200, PUT 200, GET 200", "ATTEMPTED, ATTEMPTED, OUTCOME VERIFIED");
    }
  }

  /**
   * Ten real seconds each: the read timeout is the only thing here that the story's clock cannot
   * move.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SILENT             | PUT 0, GET 200, PUT 200, GET 200 | ATTEMPTED, ATTEMPTED, OUTCOME VERIFIED
          SILENT_AFTER_WRITE | PUT 0, GET 200                   | ATTEMPTED, OUTCOME VERIFIED
          """)
  void survivesThirtySecondsOfSilence(ZohoFault fault, String requests, String audit) {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      block.meetsOnce(fault, RequestKind.WRITE).isConfirmed();
      block.says("Confirmed, being applied");
      block.says("Confirmed, not done yet", "does not answer in time", "Mailbrake keeps trying");
      block.passes(Duration.ofSeconds(2));

      isVerified(block, requests, audit);
    }
  }

  @Test
  void seesTheChangeWhenReadsLagTenSeconds() {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      block.lagsBy(Duration.ofSeconds(10)).isConfirmed();
      block.says("Accepted by Zoho, not visible yet", "keeps checking");
      block.passes(pause(1)).passes(pause(2)).passes(pause(3));

      isVerified(
          block,
          "PUT 200, GET 200" + ", GET 200".repeat(3),
          "ATTEMPTED, OUTCOME ACCEPTED, OUTCOME VERIFIED");
    }
  }

  @Test
  void seesTheChangeWhenReadsLagFiveMinutesAfterFiveChecksInTheFirstOne() {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      block.lagsBy(Duration.ofMinutes(5)).isConfirmed();
      block.says("Accepted by Zoho, not visible yet", "keeps checking");
      for (int check = 1; check <= 5; check++) {
        block.passes(pause(check));
      }
      block.passes(Duration.ofMinutes(4));

      isVerified(
          block,
          "PUT 200, GET 200" + ", GET 200".repeat(5 + 1),
          "ATTEMPTED, OUTCOME ACCEPTED, OUTCOME VERIFIED");
    }
  }

  @Test
  void stopsCheckingAfterHalfAnHourOfReadsThatNeverShowTheChange() {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      block.lagsBy(FakeZohoSettings.NEVER).isConfirmed();
      block.says("Accepted by Zoho, not visible yet", "keeps checking");
      block.passes(Duration.ofMinutes(31));

      block.says("Accepted by Zoho, but never seen", "within half an hour", CONSOLE);
      assertThat(block.state()).isEqualTo("UNVERIFIED");
      assertThat(block.effects()).isEqualTo(1);
      assertThat(block.requests()).isEqualTo("PUT 200, GET 200, GET 200");
      assertThat(block.audit()).isEqualTo("ATTEMPTED, OUTCOME ACCEPTED, OUTCOME UNVERIFIED");
    }
  }

  @Test
  void makesFewRequestsToAZohoThatRefusesEveryChangeForAMinute() {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      block.meets(ZohoFault.DOWN.on(RequestKind.WRITE)).isConfirmed();
      block.says("Confirmed, not done yet");
      for (int failure = 1; failure <= 4; failure++) {
        block.passes(pause(failure));
      }
      block.passes(Duration.ZERO);
      assertThat(block.requests()).isEqualTo("PUT 503" + ", GET 200, PUT 503".repeat(4));
    }
  }

  @Test
  void failsWhenTheAccountWasDeletedWithinTheMinute() {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      block.work.zoho.remove(REBECCA);
      block.isConfirmed();

      block.says("Failed", "INVALID_ACCOUNT_ID", "The account is not there any more", CONSOLE);
      hasFailed(block, "PUT 404", "ATTEMPTED, ", "INVALID_ACCOUNT_ID", CONSOLE, "Nothing was");
    }
  }

  @Test
  void isVoidWhenTheAccountWasDeletedLongerAgo() {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      block.work.zoho.remove(REBECCA);
      block.afterTwoMinutes().isConfirmed();

      isVoid(block, "GET 404");
    }
  }

  @Test
  void blocksTheConfirmedAccountAndShowsItsCurrentAddress() {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      rebeccaIsRenamed(block);
      block.isConfirmed();

      block.says("Blocked, verified", "has another address by now: " + RENAMED);
      isVerified(
          block,
          "PUT 200, GET 200",
          "ATTEMPTED, OUTCOME VERIFIED: The account has another address by now: " + RENAMED + ".");
      assertThat(block.work.isBlocked(REBECCA)).as("who has the address now").isFalse();
    }
  }

  /** The stored status is older than a minute, so the click itself sees it. */
  @Test
  void showsTheAddressThatTheConfirmedAccountHadAtTheClick() {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      rebeccaIsRenamed(block);
      block.afterTwoMinutes().isConfirmed();

      block.says("Blocked, verified", "the address is " + RENAMED + ", and no longer " + REBECCA);
      isVerified(block, "GET 200, PUT 200, GET 200", "ATTEMPTED, OUTCOME VERIFIED");
      assertThat(block.work.isBlocked(REBECCA)).as("who has the address now").isFalse();
    }
  }

  private static void rebeccaIsRenamed(ConfirmedBlock block) {
    block.work.zoho.rename(REBECCA, RENAMED);
    block.work.zoho.add(successor("2560636000000008099"));
  }

  @Test
  void failsIfZohoSaysThatTheAccountBelongsToAnotherZuid() {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      block.work.zoho.add(successor("2560636000000008002"));
      block.isConfirmed();

      block.says("Failed", "INVALID_ZUID", "does not belong to zuid", "Nothing was changed");
      hasFailed(block, "PUT 400", "ATTEMPTED, ", "INVALID_ZUID", "Nothing was changed");
    }
  }

  @Test
  void isVoidIfZohoAnswersWithTheRecordOfAnotherAccount() {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      block.afterTwoMinutes().meets(ZohoFault.FOREIGN_RECORD).isConfirmed();

      isVoid(block, "GET 200");
    }
  }

  /** Nothing was confirmed, and the person who clicked gets an answer that says so. */
  private static void isVoid(ConfirmedBlock block, String requests) {
    block.says("Void, nothing changed", "Zoho does not know its ids");
    block.work.ada.reads("account that this was asked for is not there any more");
    assertThat(block.state()).isEqualTo("VOID");
    assertThat(block.requests()).isEqualTo(requests);
    assertThat(block.effects()).isZero();
    assertThat(block.work.record().events()).containsExactly("ASKED", "VOID");
  }

  @Test
  void saysThatTheOutcomeIsUnknownIfTheTokenExpiresAfterALostAnswer() {
    try (ConfirmedBlock block = new ConfirmedBlock()) {
      block.meetsOnce(ZohoFault.RESET_AFTER_WRITE, RequestKind.WRITE).isConfirmed();
      block.says("Confirmed, not done yet");
      block.meets(ZohoFault.TOKENS_EXPIRED).meets(ZohoFault.REFRESH_REVOKED);
      block.passes(Duration.ofSeconds(2));

      block.says("Failed", "invalid_code", "It is not known whether the change took effect");
      assertThat(block.state()).isEqualTo("FAILED");
      assertThat(block.effects()).isEqualTo(1);
      assertThat(block.requests()).isEqualTo("PUT 0, GET 401, POST 200");
      assertThat(block.audit()).startsWith("ATTEMPTED, OUTCOME FAILED: ").contains("not known");
    }
  }

  private static ZohoAccount successor(String accountId) {
    return ZohoAccount.member(9007199254749999L, accountId, REBECCA, "Rebecca", "Successor");
  }

  /** The job's own pauses: they double from two seconds to a minute. */
  private static Duration pause(int failures) {
    return Duration.ofSeconds(Math.min(60, 1L << failures));
  }

  private static void isVerified(ConfirmedBlock block, String requests, String audit) {
    assertThat(block.says("Blocked, verified", "Read back from Zoho")).doesNotContain("not known");
    assertThat(block.state()).isEqualTo("VERIFIED");
    assertThat(block.isInForceForRebeccaAlone()).isTrue();
    assertThat(block.effects()).isEqualTo(1);
    assertThat(block.requests()).isEqualTo(requests);
    assertThat(block.audit()).isEqualTo(audit);
  }

  private static void hasFailed(
      ConfirmedBlock block, String requests, String attempts, String... reason) {
    assertThat(block.state()).isEqualTo("FAILED");
    assertThat(block.work.zoho.writes()).isEmpty();
    assertThat(block.requests()).isEqualTo(requests);
    assertThat(block.audit()).startsWith(attempts + "OUTCOME FAILED: ").contains(reason);
  }
}
