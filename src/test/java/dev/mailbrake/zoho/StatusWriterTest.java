package dev.mailbrake.zoho;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.ChangeOutcome;
import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.mailbox.Failure.Kind;
import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.request.apply.ApprovedChanges;
import dev.mailbrake.sandbox.MovableClock;
import dev.mailbrake.sandbox.zoho.AcceptedJsonTypes;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import dev.mailbrake.sandbox.zoho.RequestKind;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import dev.mailbrake.sandbox.zoho.ZohoRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StatusWriterTest {
  private static final MailboxId ID = new MailboxId("9007199254740992", "2560636000000008002");
  private static final String QUOTED =
      "{\"zuid\":\"9007199254740992\",\"mode\":\"updateOutgoingStatus\",\"outgoingBlocked\":\"%s\"}";
  private static final String NATIVE =
      "{\"zuid\":9007199254740992,\"mode\":\"updateOutgoingStatus\",\"outgoingBlocked\":%s}";

  private final MovableClock clock = new MovableClock();
  @AutoClose private final FakeZoho zoho = FakeZoho.start(clock);
  private final Zoho ours = Access.asAdmin(zoho.url(), Access.CONFIGURED, clock);

  @Test
  void sendsTheDocumentedBodyToTheAccountsAddress() {
    assertThat(set(Action.BLOCK)).isEqualTo(new ChangeOutcome.Accepted());

    assertThat(puts())
        .singleElement()
        .satisfies(
            put -> {
              assertThat(put.path())
                  .isEqualTo("/api/organization/76006415/accounts/" + ID.accountId());
              assertThat(put.body()).isEqualTo(QUOTED.formatted(true));
            });
    assertThat(zoho.account(REBECCA).orElseThrow().outgoingBlocked()).isTrue();
  }

  /**
   * By then, another process may have taken over the job, and somebody may have made another
   * decision.
   */
  @Test
  void sendsNothingIfTheProcessStoodStillForTooLong() {
    clock.passes(Duration.ofSeconds(9));

    assertIsHeldUp();
  }

  @Test
  void sendsNothingIfTheClockWasSetBackSinceTheAttempt() {
    clock.passes(Duration.ofSeconds(-1));

    assertIsHeldUp();
  }

  private void assertIsHeldUp() {
    assertThat(set(Action.BLOCK))
        .isEqualTo(
            new ChangeOutcome.Failed(
                Failure.passing(
                    "The change was held up for too long before it could be sent", Duration.ZERO)));
    assertThat(puts()).isEmpty();
  }

  @Test
  void unblocks() {
    set(Action.BLOCK);

    assertThat(set(Action.UNBLOCK)).isEqualTo(new ChangeOutcome.Accepted());

    assertThat(puts().get(1).body()).isEqualTo(QUOTED.formatted(false));
    assertThat(zoho.account(REBECCA).orElseThrow().outgoingBlocked()).isFalse();
  }

  @Test
  void triesNativeTypesOnceAndRemembersThatTheyWork() {
    zoho.settings().acceptedForm(AcceptedJsonTypes.NATIVE);

    assertThat(set(Action.BLOCK)).isEqualTo(new ChangeOutcome.Accepted());
    assertThat(set(Action.UNBLOCK)).isEqualTo(new ChangeOutcome.Accepted());

    assertThat(puts())
        .extracting(ZohoRequest::body)
        .containsExactly(QUOTED.formatted(true), NATIVE.formatted(true), NATIVE.formatted(false));
  }

  @Test
  void keepsTheQuotedFormOnceItWorked() {
    set(Action.BLOCK);
    zoho.settings().acceptedForm(AcceptedJsonTypes.NATIVE);

    assertThat(set(Action.UNBLOCK)).isInstanceOf(ChangeOutcome.Failed.class);

    assertThat(puts()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "REFUSED_WRITES, REFUSED, Outgoing status of this account cannot be changed",
    "BUSINESS_500, UNPROVEN, Maximum user license limit reached",
    "NOT_ADMIN, REFUSED, OPERATION_NOT_PERMITTED",
    "SCOPE_MISSING, REFUSED, INVALID_OAUTHSCOPE"
  })
  void reportsZohosReasonAndSendsNoSecondPut(ZohoFault fault, Kind kind, String words) {
    zoho.inject(fault);

    Failure failure = failure();

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.reason()).contains(words);
    assertThat(puts()).hasSize(1);
    assertThat(zoho.writes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "DOWN",
        "HTML",
        "EMPTY",
        "PAGE_403",
        "PAGE_404",
        "PAGE_408",
        "OPERATION_FAILED",
        "PAGE_AFTER_WRITE",
        "ERROR_AFTER_WRITE",
        "RESET",
        "RESET_AFTER_WRITE",
        "CUT_AFTER_WRITE",
        "HANG_UP",
        "THROTTLED"
      })
  void leavesTheRetryToTheJobIfZohoGivesNoAnswer(ZohoFault fault) {
    zoho.inject(fault.on(RequestKind.WRITE));

    assertThat(failure().isPassing()).isTrue();

    assertThat(puts()).hasSize(1);
  }

  @Test
  void repeatsTheChangeOnlyWithAFreshToken() {
    set(Action.BLOCK);
    zoho.inject(ZohoFault.TOKENS_EXPIRED);

    assertThat(set(Action.UNBLOCK)).isEqualTo(new ChangeOutcome.Accepted());

    assertThat(zoho.writes()).hasSize(2);
    assertThat(zoho.tokensIssued()).isEqualTo(2);
  }

  @Test
  void saysThatAnAccountIsGone() {
    zoho.remove(REBECCA);

    assertThat(failure().kind()).isEqualTo(Kind.NOT_FOUND);
  }

  private ChangeOutcome set(Action action) {
    return ours.control().set(ApprovedChanges.of(ID, action));
  }

  private Failure failure() {
    ChangeOutcome outcome = set(Action.BLOCK);
    assertThat(outcome).isInstanceOf(ChangeOutcome.Failed.class);
    return ((ChangeOutcome.Failed) outcome).failure();
  }

  private List<ZohoRequest> puts() {
    return zoho.requests().stream().filter(sent -> sent.kind() == RequestKind.WRITE).toList();
  }
}
