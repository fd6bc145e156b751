package dev.mailbrake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.mailbrake.fixture.RecordOnDisk;
import dev.mailbrake.policy.Approvers;
import dev.mailbrake.policy.Membership;
import dev.mailbrake.policy.Person;
import dev.mailbrake.policy.Policy;
import dev.mailbrake.policy.SecondApproval;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DecideChangeTest {
  private static final PersonName ADA = new PersonName("U0ADA00001", "Ada Lovelace");

  /** The check was in time, but the record kept the click waiting past the deadline. */
  @Test
  void confirmsNothingOnceTheDeadlineHasPassedBeforeTheRecordCouldBeWritten() {
    try (RecordOnDisk record = RecordOnDisk.fresh()) {
      ChangeRequest request = record.keep(SampleRequest.block().made());
      Gate gate = gate(record);
      FreshFacts facts = new FreshFacts(mock(), gate, record.clock);
      DecideChange decide = new DecideChange(gate, facts, new Slow(record), record.clock);

      decide.confirm(
          request.id().value(),
          new Interaction("", ADA, "C0MAILSEC1", ReplyUrl.NONE, PressedOn.HOME));

      assertThat(record.find(request).map(ChangeRequest::state)).contains(RequestState.EXPIRED);
      assertThat(record.jobs()).doesNotContain("apply-change").contains("send-message");
    }
  }

  private static Gate gate(RecordOnDisk record) {
    People people = mock();
    when(people.person(any()))
        .thenReturn(new Person.Known(ADA.id(), ADA.name(), Membership.FULL, Optional.empty()));
    return new Gate(
        people,
        new Approvers(Set.of(ADA.id()), Set.of()),
        new Policy(Set.of(), Optional.empty(), new SecondApproval(Set.of(), 20, Set.of())),
        record.clock);
  }

  /** A record whose third transaction, the deciding one, begins eleven minutes late. */
  private static final class Slow implements Ledger {
    private final RecordOnDisk record;
    private final AtomicInteger transactions = new AtomicInteger();

    Slow(RecordOnDisk record) {
      this.record = record;
    }

    @Override
    public <T> T transaction(Function<Entry, T> work) {
      if (transactions.incrementAndGet() == 3) {
        record.clock.passes(Duration.ofMinutes(11));
      }
      return record.ledger.transaction(work);
    }
  }
}
