package dev.mailbrake.request.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.fixture.RecordOnDisk;
import dev.mailbrake.fixture.SampleRequest;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Effect;
import dev.mailbrake.request.model.RequestState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a finished change leaves in force, by its state and by what was in force before. */
class RecordEffectTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Instant BEFORE = SampleRequest.ASKED_AT.minus(HOUR);

  @AutoClose private final RecordOnDisk record = RecordOnDisk.fresh();

  /**
   * What was in force: nothing, our own block, our own unblock, or our block changed by somebody.
   */
  enum Held {
    NOTHING,
    BLOCK,
    UNBLOCK,
    CHANGED
  }

  @ParameterizedTest
  @CsvSource({
    "BLOCK, VERIFIED, NOTHING, now",
    "BLOCK, VERIFIED, UNBLOCK, now",
    "BLOCK, VERIFIED, CHANGED, now",
    "BLOCK, UNVERIFIED, NOTHING, now",
    "BLOCK, UNCHANGED, NOTHING, never",
    "BLOCK, UNCHANGED, UNBLOCK, never",
    "BLOCK, UNCHANGED, CHANGED, never",
    "BLOCK, UNCHANGED, BLOCK, before",
    "BLOCK, ACCEPTED, BLOCK, never",
    "BLOCK, FAILED, BLOCK, never",
    "BLOCK, DRY_RUN, BLOCK, never",
    "UNBLOCK, VERIFIED, BLOCK, now",
    "UNBLOCK, UNVERIFIED, BLOCK, now",
    "UNBLOCK, UNCHANGED, NOTHING, now",
    "UNBLOCK, UNCHANGED, BLOCK, now",
    "UNBLOCK, UNCHANGED, CHANGED, now",
    "UNBLOCK, UNCHANGED, UNBLOCK, before",
    "UNBLOCK, FAILED, BLOCK, never",
  })
  void replacesWhatWasInForceIfItTookEffect(
      Action action, RequestState state, Held held, String since) {
    ChangeRequest before = held == Held.NOTHING ? SampleRequest.block().made() : holds(held);
    ChangeRequest ended = record.keep(SampleRequest.of(action).state(state).made());

    follows(ended);

    Instant expected =
        switch (since) {
          case "now" -> record.clock.instant();
          case "before" -> BEFORE;
          default -> Effect.NEVER;
        };
    assertThat(effect(ended).since()).isEqualTo(expected);
    if (held != Held.NOTHING) {
      assertThat(effect(before).isInForce()).isEqualTo(since.equals("never"));
    }
  }

  @Test
  void ignoresAChangeWithoutEffectThatALaterOneReplaced() {
    ChangeRequest ended =
        record.keep(
            SampleRequest.block().state(RequestState.UNVERIFIED).note("a later change").made());
    follows(ended);
    assertThat(effect(ended)).isEqualTo(Effect.NONE);
  }

  /** Zoho showed the earlier of two only after the later one, whose timer counts. */
  @Test
  void keepsTheLaterConfirmedChangeInForce() {
    Instant later = SampleRequest.ASKED_AT.plus(HOUR);
    ChangeRequest holding =
        note(
            record.keep(
                SampleRequest.block()
                    .state(RequestState.VERIFIED)
                    .decidedAt(later)
                    .effect(Effect.from(later))
                    .made()));
    ChangeRequest late =
        record.keep(SampleRequest.block().lasts(HOUR).state(RequestState.VERIFIED).made());

    follows(late);

    assertThat(effect(late)).isEqualTo(Effect.NONE);
    assertThat(effect(holding).isInForce()).isTrue();
    assertThat(record.jobs()).doesNotContain("remind-of-end");
  }

  @Test
  void startsTheTimerNowEvenIfTheMailboxWasBlockedBefore() {
    holds(Held.BLOCK);
    ChangeRequest ended =
        record.keep(SampleRequest.block().lasts(HOUR).state(RequestState.UNCHANGED).made());
    follows(ended);
    assertThat(effect(ended).until()).isEqualTo(record.clock.instant().plus(HOUR));
    assertThat(record.jobs()).contains("remind-of-end");
  }

  @ParameterizedTest
  @CsvSource({"FAILED", "DRY_RUN"})
  void removesTheTimerOfABlockWhoseEndFailed(RequestState state) {
    ChangeRequest block =
        record.keep(
            SampleRequest.block()
                .lasts(HOUR)
                .state(RequestState.VERIFIED)
                .effect(Effect.from(BEFORE).lasting(HOUR, BEFORE))
                .made());
    note(block);
    follows(record.keep(SampleRequest.of(Action.UNBLOCK).endsBlock(block).state(state).made()));
    assertThat(effect(block)).isEqualTo(Effect.from(BEFORE));
  }

  private ChangeRequest holds(Held held) {
    Effect effect = Effect.from(BEFORE);
    ChangeRequest before =
        record.keep(
            SampleRequest.of(held == Held.UNBLOCK ? Action.UNBLOCK : Action.BLOCK)
                .state(RequestState.VERIFIED)
                .effect(
                    held == Held.CHANGED
                        ? effect.afterCheck(true, BEFORE).afterCheck(true, BEFORE)
                        : effect)
                .made());
    return note(before);
  }

  private ChangeRequest note(ChangeRequest request) {
    return record.ledger.update(
        tx -> {
          tx.effects().note(request);
          return request;
        });
  }

  private void follows(ChangeRequest ended) {
    record.ledger.update(
        tx -> {
          new RecordEffect(tx, record.clock.instant()).of(ended);
          return ended;
        });
  }

  private Effect effect(ChangeRequest request) {
    return record.find(request).orElseThrow().effect();
  }
}
