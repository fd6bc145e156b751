package dev.mailbrake.store;

import static dev.mailbrake.request.model.Effect.NEVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mailbrake.fixture.RecordOnDisk;
import dev.mailbrake.fixture.SampleRequest;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Effect;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.port.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
class EffectTableTest {
  private static final Instant NOW = RecordOnDisk.NOW;
  private static final Instant DECIDED = SampleRequest.ASKED_AT.plusSeconds(60);
  private static final MailboxId NOBODYS = new MailboxId("1", "0");
  private static final Set<RequestState> COUNTED_AS_BLOCKED =
      EnumSet.of(
          RequestState.CONFIRMED,
          RequestState.ACCEPTED,
          RequestState.VERIFIED,
          RequestState.UNVERIFIED,
          RequestState.DRY_RUN);

  /**
   * Changes that took effect ten minutes ago, were checked an hour ago, or unblocked a month ago.
   */
  private static final Transaction.Due DUE =
      new Transaction.Due(
          ago(10), ago(60), NOW.minus(Duration.ofDays(30)), NOW.plus(Duration.ofMinutes(1)));

  @AutoClose private final RecordOnDisk record = RecordOnDisk.fresh();

  @Test
  void knowsTheChangeThatIsInForce() {
    ChangeRequest over =
        verified(
            Action.BLOCK,
            1,
            new Effect(ago(9), NEVER, ago(5), false, NEVER, false, Optional.empty()));
    ChangeRequest now = verified(Action.UNBLOCK, 1, from(ago(5)));
    verified(Action.BLOCK, 2, Effect.NONE);

    assertThat(inForce(over.mailbox().id())).contains(now);
    assertThat(inForce(mailbox(2))).as("never took effect").isEmpty();
    assertThat(inForce(NOBODYS)).isEmpty();
  }

  @Test
  void keepsOneChangeOfAMailboxInForce() {
    verified(Action.BLOCK, 1, from(ago(5)));

    assertThatThrownBy(() -> verified(Action.UNBLOCK, 1, from(ago(4))))
        .isInstanceOf(UnableToExecuteStatementException.class);

    assertThat(record.count("requests")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(RequestState.class)
  void countsMailboxesBlockedOrBeingBlocked(RequestState state) {
    record.keep(SampleRequest.block().mailbox(mailbox(1)).state(state).made());

    assertThat(blockedSince(DECIDED.minusMillis(1), NOBODYS))
        .isEqualTo(COUNTED_AS_BLOCKED.contains(state) ? 1 : 0);
  }

  @Test
  void countsMailboxesAndNotRequests() {
    record.keep(SampleRequest.block().mailbox(mailbox(1)).state(RequestState.VERIFIED).made());
    record.keep(SampleRequest.block().mailbox(mailbox(1)).state(RequestState.UNVERIFIED).made());
    record.keep(SampleRequest.block().mailbox(mailbox(2)).state(RequestState.VERIFIED).made());
    record.keep(
        SampleRequest.of(Action.UNBLOCK).mailbox(mailbox(3)).state(RequestState.VERIFIED).made());

    Instant before = DECIDED.minusMillis(1);
    assertThat(blockedSince(before, NOBODYS)).isEqualTo(2);
    assertThat(blockedSince(before, mailbox(1))).as("beside that one").isEqualTo(1);
    assertThat(blockedSince(DECIDED, NOBODYS)).as("exactly as long ago").isZero();
  }

  @Test
  void checksFirstWhatWaitedLongest() {
    ChangeRequest lately = verified(Action.BLOCK, 1, checked(ago(90), ago(61)));
    ChangeRequest longAgo = verified(Action.BLOCK, 2, checked(ago(80), ago(70)));
    ChangeRequest notYet = verified(Action.BLOCK, 3, from(ago(20)));
    ChangeRequest notYetAndOlder = verified(Action.BLOCK, 4, from(ago(30)));

    assertThat(unchecked()).contains(notYetAndOlder);
    isChecked(notYetAndOlder);
    assertThat(unchecked()).contains(notYet);
    isChecked(notYet);
    assertThat(unchecked()).contains(longAgo);
    isChecked(longAgo);
    assertThat(unchecked()).contains(lately);
    isChecked(lately);
    assertThat(unchecked()).isEmpty();
  }

  @ParameterizedTest(name = "{0}, {1} minutes ago, looked at {2} minutes ago")
  @CsvSource({
    "BLOCK,    10,    0, false",
    "BLOCK,    11,    0, true",
    "BLOCK,   120,   60, false",
    "BLOCK,   120,   61, true",
    "BLOCK, 43201,    0, true",
    "UNBLOCK,  11,    0, true",
    "UNBLOCK, 43199,    0, true",
    "UNBLOCK, 43200,  0, false",
  })
  void checksNothingTooEarlyAndNothingForever(Action action, int since, int checked, boolean due) {
    verified(action, 1, checked(ago(since), checked == 0 ? NEVER : ago(checked)));

    assertThat(unchecked().isPresent()).isEqualTo(due);
  }

  @Test
  void checksChangesDatedInTheFutureByAWrongClock() {
    ChangeRequest block = verified(Action.BLOCK, 1, checked(ago(-60), ago(-60)));

    assertThat(unchecked()).contains(block);
  }

  @ParameterizedTest
  @EnumSource(RequestState.class)
  void checksNoMailboxThatIsBeingChanged(RequestState state) {
    ChangeRequest block = verified(Action.BLOCK, 1, from(ago(20)));
    record.keep(SampleRequest.of(Action.UNBLOCK).mailbox(mailbox(1)).state(state).made());

    boolean busy = state == RequestState.CONFIRMED || state == RequestState.ACCEPTED;
    assertThat(unchecked()).isEqualTo(busy ? Optional.empty() : Optional.of(block));
  }

  @Test
  void checksNothingThatIsNoLongerInForce() {
    verified(
        Action.BLOCK,
        1,
        new Effect(ago(20), NEVER, ago(15), false, NEVER, false, Optional.empty()));

    assertThat(unchecked()).isEmpty();
  }

  private ChangeRequest verified(Action action, int number, Effect effect) {
    return record.keep(
        SampleRequest.of(action)
            .mailbox(mailbox(number))
            .state(RequestState.VERIFIED)
            .effect(effect)
            .made());
  }

  private static MailboxId mailbox(int number) {
    return new MailboxId("1", Integer.toString(number));
  }

  private static Effect from(Instant since) {
    return checked(since, NEVER);
  }

  private static Effect checked(Instant since, Instant at) {
    return new Effect(since, NEVER, NEVER, false, at, false, Optional.empty());
  }

  private static Instant ago(int minutes) {
    return NOW.minus(Duration.ofMinutes(minutes));
  }

  private void isChecked(ChangeRequest request) {
    Effect effect = checked(request.effect().since(), NOW);
    ChangeRequest seen =
        new ChangeRequest(
            request.id(),
            request.card(),
            request.action(),
            request.mailbox(),
            request.origin(),
            request.terms(),
            request.state(),
            request.approvals(),
            request.decision(),
            request.progress(),
            effect);
    record.within(
        entry -> {
          entry.effects().note(seen);
          return seen;
        });
  }

  private Optional<ChangeRequest> inForce(MailboxId mailbox) {
    return record.within(entry -> entry.effects().inForce(mailbox));
  }

  private int blockedSince(Instant start, MailboxId except) {
    return record.within(entry -> entry.effects().blockedSince(start, except));
  }

  private Optional<ChangeRequest> unchecked() {
    return record.within(entry -> entry.effects().unchecked(DUE));
  }
}
