package dev.mailbrake.request.tell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import dev.mailbrake.fixture.RecordOnDisk;
import dev.mailbrake.fixture.SampleRequest;
import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.policy.Approvers;
import dev.mailbrake.policy.Approvers.GroupMembers;
import dev.mailbrake.request.model.CardId;
import dev.mailbrake.request.model.CardPlace;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Matter;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.model.Ring;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.request.port.Next;
import dev.mailbrake.request.port.People;
import dev.mailbrake.request.port.Replies;
import dev.mailbrake.request.wording.ThreadWording;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a matter is told, and where. */
class RingPeopleTest {
  private static final CardId CARD = new CardId("card-1");
  private static final Next BRIEFLY = Next.untried(Duration.ofSeconds(5));

  private final Replies replies = mock();
  private final People people = mock();
  @AutoClose private final RecordOnDisk record = RecordOnDisk.fresh();
  private final Approvers approvers = new Approvers(Set.of("U0ADA00001"), Set.of("S0ONCALL01"));
  private final RingPeople rings =
      new RingPeople(
          replies,
          record.ledger,
          new SecondApprovers(approvers, people),
          new ThreadWording(URI.create("https://mailadmin.zoho.eu")),
          record.clock);

  @BeforeEach
  void answer() {
    when(replies.reply(any(), any())).thenReturn(Delivery.done());
    when(replies.tellDirectly(any(), any())).thenReturn(Delivery.done());
  }

  @Test
  void saysNothingOfACardThatIsGone() {
    assertThat(check(Matter.FAILED)).isEqualTo(Next.DONE);
    assertThat(rings.run(Ring.check(CARD, Matter.FAILED).inThread(), 0)).isEqualTo(Next.DONE);

    assertThat(record.jobs()).isEmpty();
    verifyNoInteractions(replies);
  }

  @Test
  void waitsBrieflyForTheOthersOfAWaveAndAtMostTwoMinutes() {
    keep(1, RequestState.FAILED, "Zoho refused");
    keep(2, RequestState.CONFIRMED, "");
    assertThat(check(Matter.FAILED)).isEqualTo(BRIEFLY);
    assertThat(record.jobs()).isEmpty();

    record.clock.passes(Duration.ofMinutes(4));
    assertThat(check(Matter.FAILED)).isEqualTo(Next.DONE);
    assertThat(record.jobs()).containsExactly("ring");
  }

  @Test
  void doesNotWaitForOthersOfWhichThereIsNews() {
    keep(1, RequestState.FAILED, "Zoho refused");
    keep(2, RequestState.CONFIRMED, "Zoho is unavailable");
    assertThat(check(Matter.FAILED)).isEqualTo(Next.DONE);
    assertThat(record.jobs()).containsExactly("ring");
  }

  @Test
  void callsForAMatterOnce() {
    keep(1, RequestState.FAILED, "Zoho refused");
    check(Matter.FAILED);
    record.execute("delete from scheduled_tasks");
    check(Matter.FAILED);

    assertThat(record.jobs()).isEmpty();
  }

  @Test
  void looksAgainIfAClockThatWasAheadLookedTooEarly() {
    keep(1, RequestState.CONFIRMED, "");
    assertThat(check(Matter.LATE).after()).isPresent();
    assertThat(record.jobs()).isEmpty();

    record.clock.passes(Duration.ofMinutes(4));
    assertThat(check(Matter.LATE)).isEqualTo(Next.DONE);
    assertThat(record.jobs()).containsExactly("ring");
  }

  @Test
  void saysNothingOnceThereIsNothingLeftToSay() {
    keep(1, RequestState.VERIFIED, "");

    rings.run(Ring.check(CARD, Matter.LATE).inThread(), 0);
    rings.run(Ring.check(CARD, Matter.LATE).to("U0ADA00001"), 0);

    verifyNoInteractions(replies);
  }

  @Test
  void waitsUntilTheCardIsThereAndTellsPeopleDirectlyIfItNeverIs() {
    keep(1, RequestState.FAILED, "Zoho refused");
    Ring ring = Ring.check(CARD, Matter.FAILED).inThread();
    assertThat(rings.run(ring, 0)).isEqualTo(Next.after(Duration.ofSeconds(2)));
    verifyNoInteractions(replies);

    assertThat(rings.run(ring, Delivery.MAX_TRIES)).isEqualTo(Next.DONE);
    assertThat(record.jobs()).containsExactly("ring", "ring");
  }

  @Test
  void givesUpAfterADay() {
    keep(1, RequestState.FAILED, "Zoho refused");
    when(replies.tellDirectly(any(), any()))
        .thenReturn(new Delivery.Later<>("Slack is down", Duration.ZERO));
    Ring ring = Ring.check(CARD, Matter.FAILED).to("U0ADA00001");

    assertThat(rings.run(ring, 100).after()).isPresent();
    assertThat(rings.run(ring, 1_500)).isEqualTo(Next.DONE);
  }

  @Test
  void tellsTheOthersIfAGroupOfApproversCannotBeRead() {
    when(people.members("S0ONCALL01")).thenReturn(new GroupMembers.UnreadableGroup("no scope"));
    waitsForASecond();

    rings.run(Ring.check(CARD, Matter.HALF_TIME).inThread(), 0);

    assertThat(record.jobs()).containsExactly("ring");
    verifyNoMoreInteractions(replies);
  }

  @Test
  void tellsApproversDirectlyWhereTheThreadIsOutOfReach() {
    when(people.members("S0ONCALL01"))
        .thenReturn(new GroupMembers.Listed(Set.of("U0GRACE001", "U0NILS0001")));
    waitsForASecond();
    record.ledger.write(tx -> tx.cards().place(CARD, CardPlace.none().inChannel("1.2")));
    when(replies.reply(any(), any())).thenReturn(new Delivery.Impossible<>("not in the channel"));

    rings.run(Ring.check(CARD, Matter.SECOND_NEEDED).inThread(), 0);
    assertThat(record.jobs()).containsExactly("ring", "ring");

    rings.run(Ring.check(CARD, Matter.SECOND_NEEDED).to("U0ADA00001"), 0);
    verify(replies).tellDirectly(eq("U0ADA00001"), any());
  }

  /** Grace has given the first approval. */
  private void waitsForASecond() {
    record.keep(
        SampleRequest.block()
            .on(CARD)
            .needsTwo("It is protected.")
            .firstBy("U0GRACE001", "Grace")
            .made());
  }

  private Next check(Matter matter) {
    return rings.run(Ring.check(CARD, matter), 0);
  }

  private void keep(int number, RequestState state, String note) {
    ChangeRequest request =
        SampleRequest.block()
            .on(CARD)
            .mailbox(new MailboxId("1" + number, "2" + number))
            .state(state)
            .note(note)
            .made();
    record.keep(request);
  }
}
