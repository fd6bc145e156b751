package dev.mailbrake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mailbrake.fixture.RecordOnDisk;
import dev.mailbrake.fixture.SampleRequest;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.Mailbox.MailboxRole;
import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.mailbox.OutgoingStatus;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Effect;
import dev.mailbrake.request.model.RequestId;
import dev.mailbrake.request.model.RequestState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How two approvers, a duration and an automatic unblock are stored with a request. */
@Timeout(30)
class RequestTableTest {
  private static final String ODD = "Grüße\n'\"--; 発信 😀";
  private static final Instant NOW = RecordOnDisk.NOW;

  @AutoClose private final RecordOnDisk record = RecordOnDisk.fresh();

  @Test
  void keepsTheFirstApproverAndWhyTwoAreNeeded() {
    ChangeRequest half =
        SampleRequest.block().needsTwo(ODD).firstBy("U0ADA00001", ODD).changed(ODD).made();

    record.keep(half);

    assertThat(find(half)).contains(half);
  }

  @Test
  void keepsTheDurationOfABlockAndTheBlockThatAnAutomaticUnblockEnds() {
    ChangeRequest block =
        SampleRequest.block().state(RequestState.VERIFIED).lasts(Duration.ofDays(30)).made();
    ChangeRequest unblock = SampleRequest.of(Action.UNBLOCK).endsBlock(block).made();

    record.keep(block);
    record.keep(unblock);

    assertThat(find(block)).contains(block);
    assertThat(find(unblock)).contains(unblock);
    assertThat(automaticUnblockOf(block)).contains(unblock);
    assertThat(automaticUnblockOf(unblock)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(MailboxRole.class)
  void keepsEveryRole(MailboxRole role) {
    ChangeRequest request = SampleRequest.block().role(role).made();

    record.keep(request);

    assertThat(find(request)).contains(request);
  }

  /** A newer process of a rolling upgrade writes into the same table. */
  @ParameterizedTest
  @ValueSource(strings = {"role", "prior_status"})
  void ignoresUnknownFactsOfAMailboxFromANewerVersion(String column) {
    ChangeRequest request = record.keep(SampleRequest.block().made());
    does("update requests set %s = 'DEPUTY'".formatted(column));

    Mailbox read = find(request).orElseThrow().mailbox();

    assertThat(column.equals("role") ? read.role() : read.outgoing()).hasToString("UNKNOWN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"state", "action"})
  void neverGuessesWhatANewerVersionMeansByAStateOrAnAction(String column) {
    ChangeRequest request = record.keep(SampleRequest.block().made());
    does("update requests set %s = 'SEALED'".formatted(column));

    assertThatThrownBy(() -> find(request))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "%s of row %s is SEALED, which a newer version of Mailbrake has written"
                .formatted(column, request.id()));
  }

  private void does(String sql) {
    record.execute(sql);
  }

  @Test
  void keepsTheEffectOfAChange() {
    Effect effect =
        new Effect(
            NOW,
            NOW.plusSeconds(60),
            NOW.plusSeconds(30),
            true,
            NOW.plus(Duration.ofHours(1)),
            false,
            Optional.empty());
    ChangeRequest block = SampleRequest.block().state(RequestState.VERIFIED).effect(effect).made();

    record.keep(block);

    assertThat(find(block)).contains(block);
  }

  @Test
  void keepsTheMailboxAsItWasAtTheLastClick() {
    ChangeRequest waiting = record.keep(SampleRequest.block().made());
    Mailbox now =
        new Mailbox(
            waiting.mailbox().id(),
            new MailAddress("becky@zylker.com"),
            Set.of(new MailAddress("sales@zylker.com")),
            "Becky Anderson",
            MailboxRole.ADMINISTRATOR,
            OutgoingStatus.BLOCKED,
            NOW);
    ChangeRequest seen =
        with(waiting, now, SampleRequest.block().needsTwo("why").changed("news").made());

    assertThat(move(waiting, seen)).isTrue();

    assertThat(find(waiting)).contains(seen);
  }

  @Test
  void movesARequestOnlyUntilSomebodyElseIsTheFirstApprover() {
    ChangeRequest waiting = record.keep(SampleRequest.block().needsTwo("protected").made());
    ChangeRequest byAda = with(waiting, "U0ADA00001");
    ChangeRequest byGrace = with(waiting, "U0GRACE001");

    assertThat(move(waiting, byAda)).isTrue();
    assertThat(move(waiting, byGrace)).isFalse();
    assertThat(find(waiting)).contains(byAda);

    assertThat(move(byGrace, waiting)).as("from a first who is not").isFalse();
    assertThat(move(byAda, byGrace)).as("the first has fallen").isTrue();
    assertThat(find(waiting)).contains(byGrace);
  }

  @Test
  void allowsOneAutomaticUnblockPerBlock() {
    ChangeRequest block = record.keep(SampleRequest.block().state(RequestState.VERIFIED).made());
    record.keep(
        SampleRequest.of(Action.UNBLOCK).endsBlock(block).state(RequestState.CANCELLED).made());
    record.keep(SampleRequest.of(Action.UNBLOCK).endsBlock(block).made());

    ChangeRequest another = SampleRequest.of(Action.UNBLOCK).endsBlock(block).made();
    assertThatThrownBy(() -> record.keep(another))
        .isInstanceOf(UnableToExecuteStatementException.class);
  }

  @Test
  void letsAnAutomaticUnblockWaitNextToAnUnblockByAPerson() {
    ChangeRequest block = record.keep(SampleRequest.block().state(RequestState.VERIFIED).made());
    record.keep(SampleRequest.of(Action.UNBLOCK).endsBlock(block).made());
    record.keep(SampleRequest.of(Action.UNBLOCK).made());

    ChangeRequest second = SampleRequest.of(Action.UNBLOCK).made();
    assertThatThrownBy(() -> record.keep(second))
        .isInstanceOf(UnableToExecuteStatementException.class);
  }

  @ParameterizedTest
  @EnumSource(RequestState.class)
  void saysWhetherAMailboxIsBeingChanged(RequestState state) {
    ChangeRequest request = record.keep(SampleRequest.block().state(state).made());

    boolean expected = state == RequestState.CONFIRMED || state == RequestState.ACCEPTED;
    assertThat(isBeingChanged(request.mailbox().id())).isEqualTo(expected);
    assertThat(isBeingChanged(new MailboxId("1", "2"))).isFalse();
  }

  private static ChangeRequest with(ChangeRequest request, String first) {
    ChangeRequest other = SampleRequest.block().needsTwo("protected").firstBy(first, "A").made();
    return with(request, request.mailbox(), other);
  }

  private static ChangeRequest with(
      ChangeRequest request, Mailbox now, ChangeRequest withApprovals) {
    return new ChangeRequest(
        request.id(),
        request.card(),
        request.action(),
        now,
        request.origin(),
        request.terms(),
        request.state(),
        withApprovals.approvals(),
        request.decision(),
        request.progress(),
        request.effect());
  }

  private boolean move(ChangeRequest from, ChangeRequest next) {
    return record.within(entry -> entry.requests().move(from, next));
  }

  private boolean isBeingChanged(MailboxId mailbox) {
    return record.within(entry -> entry.requests().isBeingChanged(mailbox));
  }

  private Optional<ChangeRequest> find(ChangeRequest request) {
    RequestId id = request.id();
    return record.within(entry -> entry.requests().find(id));
  }

  private Optional<ChangeRequest> automaticUnblockOf(ChangeRequest block) {
    return record.within(entry -> entry.requests().automaticUnblockOf(block.id()));
  }
}
