package dev.mailbrake.request.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.mailbrake.audit.PersonName;
import dev.mailbrake.fixture.RecordOnDisk;
import dev.mailbrake.fixture.SampleRequest;
import dev.mailbrake.mailbox.ChangeOutcome;
import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.OutgoingStatus;
import dev.mailbrake.policy.Approvers;
import dev.mailbrake.policy.Person;
import dev.mailbrake.policy.Person.Membership;
import dev.mailbrake.policy.Policy;
import dev.mailbrake.policy.SecondApproval;
import dev.mailbrake.request.apply.ApplyChange;
import dev.mailbrake.request.apply.MailboxControl;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Effect;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.request.model.Interaction.PressedOn;
import dev.mailbrake.request.model.Recipient;
import dev.mailbrake.request.model.Recipient.ReplyUrl;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.People;
import dev.mailbrake.request.port.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DecideChangeTest {
  private static final PersonName ADA = new PersonName("U0ADA00001", "Ada Lovelace");

  /** The check was in time, but the database delayed the click past the deadline. */
  @Test
  void confirmsNothingIfTheDeadlinePassedBeforeTheRecordCouldBeWritten() {
    try (RecordOnDisk record = RecordOnDisk.fresh()) {
      ChangeRequest request = record.keep(SampleRequest.block().made());
      AccessCheck access = access(record);
      DecideChange decide = new DecideChange(access, mock(), new Slow(record), record.clock);

      decide.confirm(request.id().value(), press());

      assertThat(record.find(request).map(ChangeRequest::state)).contains(RequestState.EXPIRED);
      assertThat(record.jobs()).doesNotContain("apply-change").contains("send-message");
    }
  }

  /** With the one that counts the call to Zoho, these are the three that a click waits for. */
  @Test
  void takesTwoWriteTransactionsFromAClickToTheChange() {
    try (RecordOnDisk record = RecordOnDisk.fresh()) {
      ChangeRequest request = record.keep(SampleRequest.block().made());
      AccessCheck access = access(record);
      Counted ledger = new Counted(record.ledger);
      MailboxControl control = mock();
      when(control.set(any()))
          .thenAnswer(
              change -> {
                ledger.beforeTheChange.set(ledger.updates.get());
                return new ChangeOutcome.Accepted();
              });
      when(control.read(any(), any())).thenReturn(new Lookup.Found(request.mailbox()));

      new DecideChange(access, control, ledger, record.clock)
          .confirm(request.id().value(), press());
      new ApplyChange(control, ledger, record.clock).run(request.id(), 0);

      assertThat(ledger.beforeTheChange).hasValue(2);
    }
  }

  /** Zoho shows that the mailbox can send, but the record still has our permanent block. */
  @Test
  void asksForASecondApproverBeforeATemporaryBlockReplacesAPermanentOne() {
    try (RecordOnDisk record = RecordOnDisk.fresh()) {
      record.keep(
          SampleRequest.block()
              .state(RequestState.VERIFIED)
              .effect(Effect.from(SampleRequest.ASKED_AT))
              .made());
      ChangeRequest request = record.keep(SampleRequest.block().lasts(Duration.ofHours(4)).made());

      decide(record, mock()).confirm(request.id().value(), press());

      assertThat(record.find(request))
          .hasValueSatisfying(
              half -> {
                assertThat(half.state()).isEqualTo(RequestState.WAITING);
                assertThat(half.approvals().first().by()).isEqualTo(ADA);
              });
    }
  }

  /** The stored status came from a process whose clock was ahead. */
  @Test
  void believesZohoRatherThanAStatusFromTheFuture() {
    try (RecordOnDisk record = RecordOnDisk.fresh()) {
      ChangeRequest request = record.keep(ahead(SampleRequest.block().made()));
      MailboxControl control = mock();
      Mailbox now = request.mailbox().seen(OutgoingStatus.BLOCKED, record.clock.instant());
      when(control.read(any(), any())).thenReturn(new Lookup.Found(now));

      decide(record, control).confirm(request.id().value(), press());

      assertThat(record.find(request).map(ChangeRequest::mailbox)).contains(now);
    }
  }

  /** While this click was reading the mailbox, another one stored a later answer. */
  @Test
  void keepsTheLatestStatus() {
    try (RecordOnDisk record = RecordOnDisk.fresh()) {
      ChangeRequest request = record.keep(SampleRequest.block().made());
      record.clock.passes(Duration.ofMinutes(2));
      Mailbox later = request.mailbox().seen(OutgoingStatus.BLOCKED, record.clock.instant());
      MailboxControl control = mock();
      when(control.read(any(), any()))
          .thenAnswer(
              read -> {
                ChangeRequest seen = request.seen(later, request.approvals());
                record.within(tx -> tx.requests().move(request, seen));
                return new Lookup.Found(
                    request
                        .mailbox()
                        .seen(OutgoingStatus.CAN_SEND, later.readAt().minusSeconds(1)));
              });

      decide(record, control).confirm(request.id().value(), press());

      assertThat(record.find(request))
          .hasValueSatisfying(
              confirmed -> {
                assertThat(confirmed.state()).isEqualTo(RequestState.CONFIRMED);
                assertThat(confirmed.mailbox()).isEqualTo(later);
              });
    }
  }

  private static ChangeRequest ahead(ChangeRequest request) {
    Mailbox mailbox = request.mailbox();
    Instant future = mailbox.readAt().plusSeconds(3600);
    return request.seen(mailbox.seen(mailbox.outgoing(), future), request.approvals());
  }

  private static DecideChange decide(RecordOnDisk record, MailboxControl control) {
    AccessCheck access = access(record);
    return new DecideChange(access, control, record.ledger, record.clock);
  }

  private static Interaction press() {
    return new Interaction("", new Recipient(ADA, "C0MAILSEC1", ReplyUrl.NONE), PressedOn.HOME);
  }

  private static AccessCheck access(RecordOnDisk record) {
    People people = mock();
    when(people.person(any()))
        .thenReturn(new Person.Known(ADA.id(), ADA.name(), Membership.FULL, Optional.empty()));
    return new AccessCheck(
        people,
        new Approvers(Set.of(ADA.id()), Set.of()),
        new Policy(Set.of(), Optional.empty(), new SecondApproval(Set.of(), 20, Set.of())),
        record.clock);
  }

  /** A record whose deciding transaction begins eleven minutes late. */
  private static final class Slow implements Ledger {
    private final RecordOnDisk record;

    Slow(RecordOnDisk record) {
      this.record = record;
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
      return record.ledger.read(work);
    }

    @Override
    public <T> T update(Function<Transaction, T> work) {
      record.clock.passes(Duration.ofMinutes(11));
      return record.ledger.update(work);
    }
  }

  /** A record whose write transactions are counted. */
  private static final class Counted implements Ledger {
    private final Ledger ledger;
    private final AtomicInteger updates = new AtomicInteger();
    private final AtomicInteger beforeTheChange = new AtomicInteger();

    Counted(Ledger ledger) {
      this.ledger = ledger;
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
      return ledger.read(work);
    }

    @Override
    public <T> T update(Function<Transaction, T> work) {
      updates.incrementAndGet();
      return ledger.update(work);
    }
  }
}
