package dev.mailbrake.request.tell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.mailbrake.audit.PersonName;
import dev.mailbrake.fixture.RecordOnDisk;
import dev.mailbrake.fixture.SampleRequest;
import dev.mailbrake.request.decide.ExpireRequest;
import dev.mailbrake.request.model.CardId;
import dev.mailbrake.request.model.CardPlace;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.model.Recipient;
import dev.mailbrake.request.model.Recipient.ReplyUrl;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.request.port.Next;
import dev.mailbrake.request.port.Replies;
import dev.mailbrake.request.port.Replies.Shown;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ShowCardTest {
  private static final PersonName ADA = new PersonName("U0ADA00001", "Ada Lovelace");
  private static final PrivateMessage MESSAGE =
      PrivateMessage.to(new Recipient(ADA, "C0MAILSEC1", ReplyUrl.NONE), "words");

  private final Replies replies = mock();
  @AutoClose private final RecordOnDisk record = RecordOnDisk.fresh();
  private final ShowCard show = new ShowCard(replies, record.ledger, record.clock);

  @Test
  void tellsTheRequesterThatNobodyCanSeeACardThatWasNeverShown() {
    ChangeRequest request = record.keep(SampleRequest.block().made());
    when(replies.show(any(), any())).thenReturn(impossible());

    assertThat(show.run(request.card(), "turn", 0)).isEqualTo(Next.DONE);

    assertThat(record.jobs()).containsExactly("send-message");
  }

  @Test
  void tellsTheRequesterOnceWhatACardCanNoLongerShow() {
    ChangeRequest request = record.keep(SampleRequest.block().made());
    when(replies.show(any(), any()))
        .thenReturn(new Delivery.Delivered<>(new Shown(CardPlace.none().inChannel("1.2"))))
        .thenReturn(impossible());
    show.run(request.card(), "turn", 0);
    record.ledger.update(tx -> tx.cards().changed(request.card()));

    show.run(request.card(), "turn", 0);
    show.run(request.card(), "turn", 0);

    assertThat(record.jobs()).containsExactly("send-message");
  }

  @Test
  void waitsForTheEndOfAChangeBeforeTellingTheRequester() {
    ChangeRequest request = record.keep(SampleRequest.block().state(RequestState.CONFIRMED).made());
    when(replies.show(any(), any())).thenReturn(impossible());

    assertThat(show.run(request.card(), "turn", 0)).isEqualTo(Next.DONE);

    assertThat(record.jobs()).isEmpty();
  }

  @Test
  void postponesACardAsLongAsSlackAsksAndGivesUpAfterAboutADay() {
    ChangeRequest request = record.keep(SampleRequest.block().made());
    when(replies.show(any(), any())).thenReturn(later());

    assertThat(show.run(request.card(), "turn", 0)).isEqualTo(Next.after(Duration.ofSeconds(7)));
    assertThat(show.run(request.card(), "turn", 20)).isEqualTo(Next.after(Duration.ofMinutes(1)));
    assertThat(show.run(request.card(), "turn", 1_500)).isEqualTo(Next.DONE);
  }

  @Test
  void showsNothingForAMissingCard() {
    assertThat(show.run(new CardId("none"), "turn", 0)).isEqualTo(Next.DONE);
    verifyNoInteractions(replies);
  }

  @Test
  void postponesAPrivateAnswerAndGivesUpAfterAboutHalfAnHour() {
    TellPerson person = new TellPerson(replies, record.ledger);
    when(replies.send(any())).thenReturn(later());

    assertThat(person.send(MESSAGE, 0)).isEqualTo(Next.after(Duration.ofSeconds(7)));
    assertThat(person.send(MESSAGE, 35)).isEqualTo(Next.DONE);
  }

  @Test
  void dropsAPrivateAnswerThatCanNeverBeSent() {
    when(replies.send(any())).thenReturn(impossible());
    assertThat(new TellPerson(replies, record.ledger).send(MESSAGE, 0)).isEqualTo(Next.DONE);
  }

  @Test
  void waitsForADeadlineThatIsStillAhead() {
    ChangeRequest request = record.keep(SampleRequest.block().made());
    ExpireRequest expire = new ExpireRequest(record.ledger, record.clock);

    assertThat(expire.run(request.id())).isEqualTo(Next.after(Duration.ofMinutes(10)));
    assertThat(record.find(request)).contains(request);
  }

  private static <T> Delivery<T> later() {
    return new Delivery.Later<>("Slack is away", Duration.ofSeconds(7));
  }

  private static <T> Delivery<T> impossible() {
    return new Delivery.Impossible<>("is_archived");
  }
}
