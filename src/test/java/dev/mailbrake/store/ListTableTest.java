package dev.mailbrake.store;

import static dev.mailbrake.request.model.Effect.NEVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.fixture.RecordOnDisk;
import dev.mailbrake.fixture.SampleRequest;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.request.model.Approvals.Decision;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Effect;
import dev.mailbrake.request.model.Origin;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.port.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ListTableTest {
  private static final Instant NOW = RecordOnDisk.NOW;

  @AutoClose private final RecordOnDisk record = RecordOnDisk.fresh();

  @Test
  void listsBlocksOldestFirst() {
    ChangeRequest third = record.keep(effective(Action.BLOCK, 3, NOW.plusSeconds(3)));
    ChangeRequest first = record.keep(effective(Action.BLOCK, 1, NOW.plusSeconds(1)));
    ChangeRequest second = record.keep(effective(Action.BLOCK, 2, NOW.plusSeconds(2)));
    record.keep(effective(Action.UNBLOCK, 4, NOW));
    record.keep(
        SampleRequest.block()
            .mailbox(mailbox(5))
            .state(RequestState.VERIFIED)
            .effect(
                new Effect(NOW, NEVER, NOW.plusSeconds(1), false, NEVER, false, Optional.empty()))
            .made());
    record.keep(SampleRequest.block().mailbox(mailbox(6)).state(RequestState.FAILED).made());

    assertThat(list(lists -> lists.blocked(0, 9))).containsExactly(first, second, third);
    assertThat(list(lists -> lists.blocked(0, 2))).containsExactly(first, second);
    assertThat(list(lists -> lists.blocked(2, 2))).containsExactly(third);
    assertThat(list(lists -> lists.blocked(3, 2))).isEmpty();
    assertThat(record.<Integer>within(entry -> entry.lists().countBlocked())).isEqualTo(3);
  }

  @Test
  void listsWaitingRequestsOldestFirst() {
    ChangeRequest second = record.keep(askedAt(2));
    ChangeRequest third = record.keep(askedAt(3));
    ChangeRequest first = record.keep(askedAt(1));
    for (RequestState state : RequestState.values()) {
      if (!state.isWaiting()) {
        record.keep(SampleRequest.block().state(state).made());
      }
    }

    assertThat(list(lists -> lists.waiting(0, 9))).containsExactly(first, second, third);
    assertThat(list(lists -> lists.waiting(1, 1))).containsExactly(second);
    assertThat(record.<Integer>within(entry -> entry.lists().countWaiting())).isEqualTo(3);
  }

  /** Turning pages must not show one entry twice and miss another. */
  @Test
  void keepsItsOrderIfSeveralBeganAtTheSameMoment() {
    for (int number = 0; number < 7; number++) {
      record.keep(effective(Action.BLOCK, number, NOW));
    }
    List<ChangeRequest> all = list(lists -> lists.blocked(0, 7));

    List<ChangeRequest> turned =
        Stream.of(0, 3, 6).flatMap(skip -> list(lists -> lists.blocked(skip, 3)).stream()).toList();

    assertThat(turned).isEqualTo(all).doesNotHaveDuplicates();
  }

  @Test
  void listsTheLastDecisionsNewestFirst() {
    ChangeRequest older = record.keep(decidedAt(1, RequestState.CANCELLED));
    ChangeRequest newest = record.keep(decidedAt(3, RequestState.VERIFIED));
    ChangeRequest newer = record.keep(decidedAt(2, RequestState.CONFIRMED));
    record.keep(SampleRequest.block().made());
    record.keep(SampleRequest.block().state(RequestState.EXPIRED).made());

    assertThat(list(lists -> lists.decided(9))).containsExactly(newest, newer, older);
    assertThat(list(lists -> lists.decided(2))).containsExactly(newest, newer);
  }

  /** A newer process of a rolling upgrade writes into the same table. */
  @Test
  void listsDecisionsThoughOnlyANewerVersionKnowsTheStateOfOne() {
    ChangeRequest known = record.keep(decidedAt(1, RequestState.CANCELLED));
    ChangeRequest other = record.keep(decidedAt(2, RequestState.VERIFIED));
    record.outside.useHandle(
        handle ->
            handle.execute(
                "update requests set state = 'SEALED' where id = ?", other.id().value()));

    assertThat(list(lists -> lists.decided(9))).containsExactly(known);
  }

  private static ChangeRequest effective(Action action, int number, Instant since) {
    return SampleRequest.of(action)
        .mailbox(mailbox(number))
        .state(RequestState.VERIFIED)
        .effect(new Effect(since, NEVER, NEVER, false, NEVER, false, Optional.empty()))
        .made();
  }

  private static ChangeRequest askedAt(int second) {
    ChangeRequest request = SampleRequest.block().mailbox(mailbox(second)).made();
    Origin origin = request.origin();
    Instant at = origin.at().plusSeconds(second);
    return with(
        request,
        Origin.requestedBy(origin.by(), origin.channel(), at, origin.alias()),
        request.decision());
  }

  private static ChangeRequest decidedAt(int second, RequestState state) {
    ChangeRequest request = SampleRequest.block().state(state).made();
    Decision decision = request.decision();
    return with(
        request, request.origin(), new Decision(decision.by(), decision.at().plusSeconds(second)));
  }

  private static ChangeRequest with(ChangeRequest request, Origin origin, Decision decision) {
    return new ChangeRequest(
        request.id(),
        request.card(),
        request.action(),
        request.mailbox(),
        origin,
        request.terms(),
        request.state(),
        request.approvals(),
        decision,
        request.progress(),
        request.effect());
  }

  private static MailboxId mailbox(int number) {
    return new MailboxId("1", Integer.toString(number));
  }

  private List<ChangeRequest> list(Function<Transaction.Lists, List<ChangeRequest>> which) {
    return record.within(entry -> which.apply(entry.lists()));
  }
}
