package dev.mailbrake.request.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.mailbrake.command.MailboxReference;
import dev.mailbrake.fixture.SampleRequest;
import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.Mailbox.MailboxRole;
import dev.mailbrake.mailbox.OutgoingStatus;
import dev.mailbrake.policy.Person;
import dev.mailbrake.request.apply.ApprovedChange;
import dev.mailbrake.request.ask.MailboxFinder;
import dev.mailbrake.request.model.Recipient.ReplyUrl;
import dev.mailbrake.request.port.Backoff;
import dev.mailbrake.request.port.People;
import dev.mailbrake.request.wording.CardWording;
import dev.mailbrake.request.wording.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The small values of a request's life. */
class SmallValuesTest {
  private static final Instant NOW = SampleRequest.ASKED_AT;
  private static final ReplyUrl FIRST = new ReplyUrl("https://first", 5, NOW.plusSeconds(1800));
  private static final ReplyUrl SECOND = new ReplyUrl("https://second", 5, NOW.plusSeconds(1800));

  @ParameterizedTest
  @CsvSource({"1, 0, 2", "2, 0, 4", "5, 0, 32", "6, 0, 60", "40, 0, 60", "1, 300, 300", "0, 0, 2"})
  void doublesAPauseUpToALimitThatOnlyTheOtherSideMayExceed(int failures, long least, long pause) {
    Backoff backoff = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(1));
    assertThat(backoff.pause(failures, Duration.ofSeconds(least)))
        .isEqualTo(Duration.ofSeconds(pause));
  }

  @Test
  void usesAReplyUrlFiveTimesWithinHalfAnHour() {
    ReplyUrl url = FIRST;
    for (int i = 0; i < 5; i++) {
      assertThat(url.isUsable(NOW)).isTrue();
      url = url.used();
    }
    assertThat(url.isUsable(NOW)).isFalse();
    assertThat(FIRST.isUsable(NOW.plusSeconds(1800))).isFalse();
    assertThat(ReplyUrl.NONE.isUsable(NOW)).isFalse();
    assertThat(FIRST.toString()).doesNotContain("first");
  }

  @Test
  void keepsTheUrlOfAClickThatCameWhileTheCardWasShown() {
    CardPlace posted = CardPlace.nowhere(FIRST);
    CardPlace clicked = posted.clicked(SECOND);

    assertThat(clicked.after(posted.byReplyUrl())).isEqualTo(clicked);
    assertThat(clicked.after(clicked.byReplyUrl())).isEqualTo(clicked.byReplyUrl());
    assertThat(clicked.after(posted.inChannel("1.2"))).isEqualTo(posted.inChannel("1.2"));
    assertThat(posted.after(posted.byReplyUrl())).isEqualTo(posted.byReplyUrl());
    assertThat(posted.clicked(ReplyUrl.NONE)).isEqualTo(posted);
    assertThat(posted.inChannel("1.2").clicked(SECOND)).isEqualTo(posted.inChannel("1.2"));
  }

  @ParameterizedTest
  @EnumSource(RequestState.class)
  void approvesOnlyWhatIsConfirmedAndRecorded(RequestState state) {
    ChangeRequest unwritten = SampleRequest.block().state(state).made();
    assertThatThrownBy(() -> new ApprovedChange(unwritten))
        .isInstanceOf(IllegalStateException.class);
    ChangeRequest written = SampleRequest.block().state(state).writes(1).made();
    if (state == RequestState.CONFIRMED) {
      assertThat(new ApprovedChange(written).mailbox()).isEqualTo(written.mailbox().id());
    } else {
      assertThatThrownBy(() -> new ApprovedChange(written))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(RequestState.class)
  void hasATitleAndAnExplanationForEveryState(RequestState state) {
    ChangeRequest request = SampleRequest.block().state(state).note("Zoho said so").made();
    assertThat(CardWording.title(request)).isNotBlank();
    assertThat(CardWording.explanation(request)).isNotBlank();
  }

  @Test
  void attributesOnlyZohosWordsToZoho() {
    ChangeRequest request = SampleRequest.block().made();
    Mailbox silent =
        new Mailbox(
            request.mailbox().id(),
            request.mailbox().address(),
            request.mailbox().aliases(),
            "",
            MailboxRole.MEMBER,
            OutgoingStatus.UNKNOWN,
            NOW);
    assertThat(Wording.status("rebecca@zylker.com", silent, Optional.empty()))
        .isEqualTo("rebecca@zylker.com: Zoho does not say whether outgoing mail flows.");
    ChangeRequest asked =
        ChangeRequest.waiting(
            request.card(),
            request.action(),
            silent,
            request.origin(),
            request.terms(),
            Approvals.NONE);
    assertThat(CardWording.explanation(asked))
        .isEqualTo("Zoho does not say whether outgoing mail flows now.");
    assertThat(CardWording.mailbox(asked)).isEqualTo("rebecca@zylker.com");
  }

  @Test
  void saysWhetherAnOpenRequestWaitsOrIsBeingApplied() {
    assertThat(Wording.alreadyOpen(SampleRequest.block().made())).contains("already waiting");
    assertThat(Wording.alreadyOpen(SampleRequest.block().state(RequestState.CONFIRMED).made()))
        .contains("already confirmed and being applied");
  }

  @Test
  void namesWhoDecidedOrSaysThatNobodyDid() {
    assertThat(Wording.alreadyDecided(SampleRequest.block().state(RequestState.EXPIRED).made()))
        .contains("has expired");
    assertThat(Wording.alreadyDecided(SampleRequest.block().state(RequestState.CANCELLED).made()))
        .contains("Grace Hopper was first", "already cancelled");
    ChangeRequest gone = SampleRequest.block().state(RequestState.VOID).note("Gone.").made();
    assertThat(Wording.alreadyDecided(gone)).endsWith("so nothing was done. Gone.");
  }

  @Test
  void cutsForeignTextBetweenCharacters() {
    assertThat(Wording.cut("short")).isEqualTo("short");
    assertThat(Wording.cut("🧨".repeat(201))).isEqualTo("🧨".repeat(200) + "…");
  }

  @Test
  void saysThatAMentionedPersonCouldNotBeLookedUp() {
    People people = mock();
    when(people.person(any())).thenReturn(new Person.Unreachable("U0PAULA001", "", "HTTP 503"));
    MailboxFinder finder = new MailboxFinder(address -> new Lookup.Missing(), people);

    assertThat(finder.find(new MailboxReference.ByMention("U0PAULA001")).lookup())
        .isInstanceOfSatisfying(
            Lookup.Failed.class,
            failed -> assertThat(failed.failure().reason()).contains("could not be asked", "503"));
  }
}
