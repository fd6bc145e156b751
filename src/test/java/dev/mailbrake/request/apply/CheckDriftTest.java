package dev.mailbrake.request.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.mailbrake.fixture.RecordOnDisk;
import dev.mailbrake.fixture.SampleRequest;
import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.mailbox.OutgoingStatus;
import dev.mailbrake.mailbox.Urgency;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Effect;
import dev.mailbrake.request.model.RequestState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What FakeZoho cannot do: fail for one mailbox and not the next, or within a step. */
class CheckDriftTest {
  private static final Instant HOURS_AGO = SampleRequest.ASKED_AT.minus(Duration.ofHours(3));

  private final MailboxControl control = mock();
  @AutoClose private final RecordOnDisk record = RecordOnDisk.fresh();
  private ChangeRequest first;
  private ChangeRequest second;

  @BeforeEach
  void open() {
    first = holds("1", HOURS_AGO);
    second = holds("2", HOURS_AGO.plusSeconds(1));
  }

  @Test
  void continuesWithTheNextIfZohoRefusesOne() {
    answers(first, new Lookup.Failed(Failure.refused("refused", "Ask somebody.")));
    answers(second, new Lookup.Found(allowed(second)));

    run();

    assertThat(effect(first).drifted()).isFalse();
    assertThat(effect(first).checked()).isEqualTo(record.clock.instant());
    assertThat(effect(second).suspected()).isTrue();
  }

  @Test
  void readsAgainAMinuteAfterADifferenceAndNotBefore() {
    answers(first, new Lookup.Found(allowed(first)));
    answers(second, new Lookup.Missing());

    run();
    run();
    assertThat(List.of(effect(first), effect(second)))
        .allMatch(effect -> effect.suspected() && !effect.drifted());

    record.clock.passes(Duration.ofMinutes(1));
    run();
    assertThat(List.of(effect(first), effect(second)))
        .allMatch(effect -> effect.drifted() && !effect.suspected());
  }

  @Test
  void forgetsADifferenceThatTheSecondReadDoesNotShow() {
    answers(first, new Lookup.Missing());
    answers(second, new Lookup.Found(blocked(second)));
    run();
    answers(first, new Lookup.Found(blocked(first)));
    record.clock.passes(Duration.ofMinutes(1));
    run();
    answers(first, new Lookup.Missing());
    record.clock.passes(Duration.ofMinutes(61));
    run();

    assertThat(effect(first).suspected()).isTrue();
    assertThat(effect(first).drifted()).isFalse();
  }

  @Test
  void remembersADifferenceWhileZohoIsUnavailable() {
    answers(first, new Lookup.Found(allowed(first)));
    answers(second, new Lookup.Found(blocked(second)));
    run();
    answers(first, new Lookup.Failed(Failure.passing("away", Duration.ZERO)));
    record.clock.passes(Duration.ofMinutes(1));
    run();
    assertThat(effect(first).suspected()).isTrue();

    answers(first, new Lookup.Found(allowed(first)));
    record.clock.passes(Duration.ofMinutes(1));
    run();
    assertThat(effect(first).drifted()).isTrue();
  }

  @Test
  void stopsIfZohoIsUnavailable() {
    answers(first, new Lookup.Failed(Failure.passing("away", Duration.ZERO)));
    answers(second, new Lookup.Found(allowed(second)));

    run();

    assertThat(effect(second).checked()).isEqualTo(Effect.NEVER);

    run();

    assertThat(effect(first).drifted()).isFalse();
    assertThat(effect(second).checked())
        .as("it did not wait for the first")
        .isNotEqualTo(Effect.NEVER);
  }

  @Test
  void ignoresAnUnknownStatus() {
    answers(
        first,
        new Lookup.Found(first.mailbox().seen(OutgoingStatus.UNKNOWN, record.clock.instant())));
    answers(second, new Lookup.Found(blocked(second)));

    run();

    assertThat(effect(first).drifted()).isFalse();
    assertThat(effect(second).checked()).isEqualTo(record.clock.instant());
  }

  @Test
  void ignoresAMailboxThatWasChangedMeanwhile() {
    when(control.read(any(), any()))
        .thenAnswer(
            reading -> {
              record.ledger.update(
                  tx -> {
                    tx.effects()
                        .note(first.with(first.effect().superseded(HOURS_AGO, second.id())));
                    tx.effects()
                        .note(second.with(second.effect().superseded(HOURS_AGO, first.id())));
                    return tx;
                  });
              return new Lookup.Found(allowed(first));
            });

    run();

    assertThat(effect(first).drifted()).isFalse();
    assertThat(effect(first).checked()).isEqualTo(Effect.NEVER);
  }

  private ChangeRequest holds(String account, Instant since) {
    ChangeRequest block =
        record.keep(
            SampleRequest.block()
                .mailbox(new MailboxId(account, account))
                .state(RequestState.VERIFIED)
                .effect(Effect.from(since))
                .made());
    return record.ledger.update(
        tx -> {
          tx.effects().note(block);
          return block;
        });
  }

  private void answers(ChangeRequest request, Lookup answer) {
    when(control.read(request.mailbox(), Urgency.BACKGROUND)).thenReturn(answer);
  }

  private Mailbox allowed(ChangeRequest request) {
    return request.mailbox().seen(OutgoingStatus.CAN_SEND, record.clock.instant());
  }

  private Mailbox blocked(ChangeRequest request) {
    return request.mailbox().seen(OutgoingStatus.BLOCKED, record.clock.instant());
  }

  private void run() {
    assertThat(new CheckDrift(control, record.ledger, record.clock).run().after())
        .contains(Duration.ofMinutes(1));
  }

  private Effect effect(ChangeRequest request) {
    return record.find(request).orElseThrow().effect();
  }
}
