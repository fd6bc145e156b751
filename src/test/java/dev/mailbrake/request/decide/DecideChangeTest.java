package dev.mailbrake.request.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.mailbrake.audit.PersonName;
import dev.mailbrake.fixture.RecordOnDisk;
import dev.mailbrake.fixture.SampleRequest;
import dev.mailbrake.policy.Approvers;
import dev.mailbrake.policy.Membership;
import dev.mailbrake.policy.Person;
import dev.mailbrake.policy.Policy;
import dev.mailbrake.policy.SecondApproval;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.request.model.PressedOn;
import dev.mailbrake.request.model.ReplyUrl;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.People;
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
      AccessCheck access = access(record);
      FreshFacts facts = new FreshFacts(mock(), access, record.clock);
      DecideChange decide = new DecideChange(access, facts, new Slow(record), record.clock);

      decide.confirm(
          request.id().value(),
          new Interaction("", ADA, "C0MAILSEC1", ReplyUrl.NONE, PressedOn.HOME));

      assertThat(record.find(request).map(ChangeRequest::state)).contains(RequestState.EXPIRED);
      assertThat(record.jobs()).doesNotContain("apply-change").contains("send-message");
    }
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

  /** A record whose third transaction, the deciding one, begins eleven minutes late. */
  private static final class Slow implements Ledger {
    private final RecordOnDisk record;
    private final AtomicInteger transactions = new AtomicInteger();

    Slow(RecordOnDisk record) {
      this.record = record;
    }

    @Override
    public <T> T transaction(Function<Transaction, T> work) {
      if (transactions.incrementAndGet() == 3) {
        record.clock.passes(Duration.ofMinutes(11));
      }
      return record.ledger.transaction(work);
    }
  }
}
