package dev.mailbrake.request.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.fixture.RecordOnDisk;
import dev.mailbrake.fixture.SampleRequest;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Effect;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.port.Next;
import dev.mailbrake.request.wording.Wording;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ExpireRequestTest {
  @AutoClose private final RecordOnDisk record = RecordOnDisk.fresh();
  private final ExpireRequest expire = new ExpireRequest(record.ledger, record.clock);

  @Test
  void runsAgainAtTheDeadlineOfARequestThatHasTime() {
    ChangeRequest request = record.keep(SampleRequest.block().made());

    assertThat(expire.run(request.id())).isEqualTo(Next.after(Duration.ofMinutes(10)));
    assertThat(record.find(request).map(ChangeRequest::state)).contains(RequestState.WAITING);
  }

  @Test
  void unblocksIfTheBlockIsStillTemporary() {
    ChangeRequest unblock = dueUnblockOf(block().effect(until(Duration.ofMinutes(10))).made());

    assertThat(expire.run(unblock.id())).isEqualTo(Next.DONE);
    assertThat(record.find(unblock).map(ChangeRequest::state)).contains(RequestState.CONFIRMED);
    assertThat(record.jobs()).contains("apply-change");
  }

  /** Somebody kept or replaced the block before the timer's job ran. */
  @Test
  void voidsTheUnblockOfABlockThatIsNoLongerTemporary() {
    ChangeRequest unblock =
        dueUnblockOf(block().effect(Effect.from(SampleRequest.ASKED_AT)).made());

    assertThat(expire.run(unblock.id())).isEqualTo(Next.DONE);
    assertThat(record.find(unblock))
        .hasValueSatisfying(
            voided -> {
              assertThat(voided.state()).isEqualTo(RequestState.VOID);
              assertThat(voided.progress().note()).isEqualTo(Wording.NO_LONGER_TEMPORARY);
            });
    assertThat(record.jobs()).doesNotContain("apply-change");
  }

  private ChangeRequest dueUnblockOf(ChangeRequest block) {
    record.keep(block);
    ChangeRequest unblock = record.keep(SampleRequest.of(Action.UNBLOCK).endsBlock(block).made());
    record.clock.passes(Duration.ofMinutes(10));
    return unblock;
  }

  private static SampleRequest block() {
    return SampleRequest.block().state(RequestState.VERIFIED).lasts(Duration.ofMinutes(10));
  }

  private static Effect until(Duration later) {
    return Effect.from(SampleRequest.ASKED_AT).lasting(later, SampleRequest.ASKED_AT);
  }
}
