package dev.mailbrake.request.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.mailbrake.fixture.RecordOnDisk;
import dev.mailbrake.fixture.SampleRequest;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.ChangeOutcome;
import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.OutgoingStatus;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.RequestId;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.port.Next;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What FakeZoho cannot do: interrupt a step in the middle. */
class ApplyChangeTest {
  private final MailboxControl control = mock();
  @AutoClose private final RecordOnDisk record = RecordOnDisk.fresh();
  private final ApplyChange apply = new ApplyChange(control, record.ledger, record.clock);

  @Test
  void doesNotRecordWhatAnotherRunHasTakenOver() {
    ChangeRequest stale = record.keep(SampleRequest.block().state(RequestState.CONFIRMED).made());
    record.clock.passes(Duration.ofMinutes(2));
    when(control.read(any(), any()))
        .thenAnswer(
            reading -> {
              record.ledger.update(
                  tx -> tx.requests().move(stale, stale.attempted(record.clock.instant())));
              return new Lookup.Found(stale.mailbox());
            });

    assertThat(apply.run(stale.id(), 0)).isEqualTo(Next.DONE);

    verify(control, never()).set(any());
  }

  /** Mail must not go out between the end of one block and the start of the next. */
  @Test
  void doesNotUnblockIfABlockIsConfirmedWhileItReadsZoho() {
    SampleRequest confirmed = SampleRequest.block().state(RequestState.CONFIRMED);
    ChangeRequest old = record.keep(SampleRequest.block().state(RequestState.VERIFIED).made());
    ChangeRequest unblock =
        record.keep(
            SampleRequest.of(Action.UNBLOCK).endsBlock(old).state(RequestState.CONFIRMED).made());
    when(control.read(any(), any()))
        .thenAnswer(
            reading -> {
              record.keep(confirmed.decidedAt(record.clock.instant().plusSeconds(90)).made());
              return new Lookup.Found(
                  unblock.mailbox().seen(OutgoingStatus.BLOCKED, record.clock.instant()));
            });

    assertThat(apply.run(unblock.id(), 0)).isEqualTo(Next.DONE);

    assertThat(record.find(unblock).map(ChangeRequest::state)).contains(RequestState.VOID);
    verify(control, never()).set(any());
  }

  @Test
  void saysThatTheOutcomeIsUnknownIfAnEarlierWriteMayHaveArrived() {
    ChangeRequest again =
        record.keep(SampleRequest.block().state(RequestState.CONFIRMED).writes(1).made());
    when(control.read(any(), any())).thenReturn(new Lookup.Found(again.mailbox()));
    when(control.set(any()))
        .thenReturn(new ChangeOutcome.Failed(Failure.refused("Zoho refused", "Ask somebody.")));

    apply.run(again.id(), 1);

    assertThat(record.find(again))
        .hasValueSatisfying(
            failed -> {
              assertThat(failed.state()).isEqualTo(RequestState.FAILED);
              assertThat(failed.progress().note())
                  .contains("Zoho refused. Ask somebody.", "It is not known whether");
            });
  }

  @Test
  void believesAnUnprovenReasonOnlyAfterThreeTimesInARow() {
    ChangeRequest block = record.keep(SampleRequest.block().state(RequestState.CONFIRMED).made());
    when(control.read(any(), any())).thenReturn(new Lookup.Found(block.mailbox()));
    when(control.set(any())).thenReturn(error("A"), error("A"), error("B"), error("A"), error("A"));

    for (int tries = 0; tries < 5; tries++) {
      assertThat(apply.run(block.id(), tries).after()).isPresent();
    }

    assertThat(record.find(block).orElseThrow().state()).isEqualTo(RequestState.CONFIRMED);
  }

  @Test
  void saysThatTheOutcomeIsUnknownIfNotEveryWriteWasRefused() {
    ChangeRequest block = record.keep(SampleRequest.block().state(RequestState.CONFIRMED).made());
    when(control.read(any(), any())).thenReturn(new Lookup.Found(block.mailbox()));
    when(control.set(any()))
        .thenReturn(
            new ChangeOutcome.Failed(Failure.passing("silence", Duration.ZERO)),
            error("A"),
            error("A"),
            error("A"));

    for (int tries = 0; tries < 5; tries++) {
      apply.run(block.id(), tries);
    }

    assertThat(record.find(block))
        .hasValueSatisfying(
            failed -> {
              assertThat(failed.state()).isEqualTo(RequestState.FAILED);
              assertThat(failed.progress().note())
                  .contains("A, 3 times in a row", "It is not known whether");
            });
  }

  private static ChangeOutcome error(String reason) {
    return new ChangeOutcome.Failed(Failure.unproven(reason, "Ask somebody."));
  }

  @Test
  void doesNothingForAMissingRequest() {
    assertThat(apply.run(new RequestId("nobody"), 0)).isEqualTo(Next.DONE);
    verifyNoInteractions(control);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CONFIRMED", "ACCEPTED"})
  void doesNothingIfNothingIsConfirmed(RequestState state) {
    ChangeRequest request = record.keep(SampleRequest.block().state(state).made());
    assertThat(apply.run(request.id(), 0)).isEqualTo(Next.DONE);
    verifyNoInteractions(control);
  }

  @Test
  void keepsCheckingAnAcceptedChangeWhileZohoIsUnavailable() {
    ChangeRequest accepted =
        record.keep(SampleRequest.block().state(RequestState.ACCEPTED).writes(1).made());
    when(control.read(any(), any()))
        .thenReturn(new Lookup.Failed(Failure.passing("away", Duration.ofMinutes(3))));

    assertThat(apply.run(accepted.id(), 0)).isEqualTo(Next.after(Duration.ofMinutes(3)));
    assertThat(record.find(accepted)).contains(accepted);
  }
}
