package dev.mailbrake.slack;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.NILS;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.audit.PersonName;
import dev.mailbrake.fixture.SampleRequest;
import dev.mailbrake.request.model.Card;
import dev.mailbrake.request.model.CardId;
import dev.mailbrake.request.model.CardPlace;
import dev.mailbrake.request.model.CardPlace.Kind;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.model.Recipient;
import dev.mailbrake.request.model.Recipient.ReplyUrl;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.request.port.Replies.Shown;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.webapi.SlackFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlackRepliesTest {
  private static final CardId ID = new CardId("card-1");
  private static final List<ChangeRequest> WAITING = List.of(SampleRequest.block().made());
  private static final List<ChangeRequest> DONE =
      List.of(SampleRequest.block().state(RequestState.VERIFIED).made());

  @AutoClose private final SampleSlackPeople work = new SampleSlackPeople();
  @AutoClose private final SampleResponseUrls urls = new SampleResponseUrls(work.slack, work.clock);

  @BeforeEach
  void listen() {
    urls.listen();
  }

  @Test
  void postsACardAndEditsItInPlace() {
    CardPlace place = delivered(show(MAIL_SECURITY, CardPlace.none(), WAITING));
    assertThat(place.kind()).isEqualTo(Kind.IN_CHANNEL);

    assertThat(delivered(show(MAIL_SECURITY, place, DONE))).isEqualTo(place);

    assertThat(work.in(MAIL_SECURITY))
        .singleElement()
        .satisfies(
            card -> {
              assertThat(card.ts()).isEqualTo(place.message());
              assertThat(card.plainText()).contains("Blocked, verified");
            });
  }

  @Test
  void postsByTheCommandsUrlWhereTheBotIsNotInTheChannel() {
    CardPlace before = placeWith(urls.ofCommand(ADA, RANDOM));

    CardPlace after = delivered(show(RANDOM, before, WAITING));

    assertThat(after.kind()).isEqualTo(Kind.BY_REPLY_URL);
    assertThat(after.replyUrl().usesLeft()).isEqualTo(4);
    assertThat(work.in(RANDOM)).singleElement().matches(SlackMessage::byResponseUrl);
  }

  @Test
  void postsNewsOfSuchACardAsANewMessage() {
    CardPlace place = delivered(show(RANDOM, placeWith(urls.ofCommand(ADA, RANDOM)), WAITING));

    delivered(show(RANDOM, place, DONE));

    assertThat(work.in(RANDOM)).hasSize(2);
  }

  @Test
  void replacesSuchACardByAClicksUrl() {
    delivered(show(RANDOM, placeWith(urls.ofCommand(ADA, RANDOM)), WAITING));
    ReplyUrl click = urls.ofClick(ADA, work.in(RANDOM).get(0));

    CardPlace after = delivered(show(RANDOM, new CardPlace(Kind.REPLACEABLE, "", click), DONE));

    assertThat(after.kind()).isEqualTo(Kind.REPLACEABLE);
    assertThat(work.in(RANDOM))
        .singleElement()
        .satisfies(card -> assertThat(card.plainText()).contains("Blocked, verified"));
  }

  @Test
  void saysThatACardCannotBeShownIfNeitherWayWorks() {
    assertThat(show(RANDOM, CardPlace.none(), WAITING))
        .isEqualTo(new Delivery.Impossible<>("Slack answered not_in_channel", "not_in_channel"));
    assertThat(show("C0NOSUCH01", CardPlace.none(), WAITING))
        .isInstanceOf(Delivery.Impossible.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"MESSAGE_NOT_FOUND", "EDIT_WINDOW_CLOSED"})
  void postsANewMessageIfTheOldOneIsGoneOrTooOld(SlackFault fault) {
    CardPlace place = delivered(show(MAIL_SECURITY, CardPlace.none(), WAITING));
    work.slack.faults().begin(fault);

    CardPlace after = delivered(show(MAIL_SECURITY, place, DONE));

    assertThat(after.message()).isNotEqualTo(place.message());
    assertThat(work.in(MAIL_SECURITY))
        .singleElement()
        .satisfies(card -> assertThat(card.ts()).isEqualTo(after.message()));
  }

  @Test
  void waitsAsLongAsSlackAsksIfItLimitsTheRate() {
    work.slack.faults().begin(SlackFault.RATE_LIMITED.always().lasting(Duration.ofSeconds(37)));

    assertThat(show(MAIL_SECURITY, CardPlace.none(), WAITING))
        .isEqualTo(new Delivery.Later<>("Slack limits the rate", Duration.ofSeconds(37)));
  }

  @Test
  void doesNotWaitForAPauseThatBeganInTheFuture() {
    CardPlace place = delivered(show(MAIL_SECURITY, CardPlace.none(), WAITING));
    work.slack
        .faults()
        .begin(SlackFault.RATE_LIMITED.times(1).on("chat.update").lasting(Duration.ofSeconds(37)));
    show(MAIL_SECURITY, place, DONE);
    work.clock.passes(Duration.ofHours(-1));

    delivered(show(MAIL_SECURITY, place, DONE));
  }

  @Test
  void letsNothingElseCallAMethodThatSlackLimits() {
    CardPlace place = delivered(show(MAIL_SECURITY, CardPlace.none(), WAITING));
    work.slack
        .faults()
        .begin(SlackFault.RATE_LIMITED.times(1).on("chat.update").lasting(Duration.ofSeconds(37)));
    show(MAIL_SECURITY, place, DONE);
    work.clock.passes(Duration.ofSeconds(36));

    assertThat(show(MAIL_SECURITY, place, DONE))
        .isEqualTo(new Delivery.Later<>("Slack limits the rate", Duration.ofSeconds(1)));
    assertThat(work.calls("chat.update")).isEqualTo(1);

    work.clock.passes(Duration.ofSeconds(1));
    delivered(show(MAIL_SECURITY, place, DONE));
  }

  @Test
  void waitsAsLongAsSlackAsksIfItLimitsAResponseUrl() {
    work.slack.faults().begin(SlackFault.RATE_LIMITED.always().lasting(Duration.ofSeconds(37)));

    assertThat(work.replies.send(privately(urls.ofCommand(NILS, RANDOM), NILS, RANDOM)))
        .isEqualTo(
            new Delivery.Later<>("Slack's response_url answered HTTP 429", Duration.ofSeconds(37)));
  }

  @ParameterizedTest
  @EnumSource(names = {"DOWN", "RESET", "INTERNAL_ERROR"})
  void putsACardOffWhileSlackFails(SlackFault fault) {
    CardPlace place = delivered(show(MAIL_SECURITY, CardPlace.none(), WAITING));
    work.slack.faults().begin(fault);

    assertThat(show(MAIL_SECURITY, CardPlace.none(), WAITING)).isInstanceOf(Delivery.Later.class);
    assertThat(show(MAIL_SECURITY, place, DONE)).isInstanceOf(Delivery.Later.class);
    assertThat(work.in(MAIL_SECURITY)).hasSize(1);
  }

  @Test
  void putsACardOffUntilTheTokensScopesAreFixed() {
    work.slack.grant("commands");

    assertThat(show(MAIL_SECURITY, CardPlace.none(), WAITING))
        .isInstanceOfSatisfying(
            Delivery.Later.class,
            later -> {
              assertThat(later.why()).contains("missing_scope", "SLACK_BOT_TOKEN");
              assertThat(later.pause()).isEqualTo(Duration.ofMinutes(1));
            });
  }

  @Test
  void putsACardAndAnAnswerOffIfAWebPageComesInsteadOfSlacksAnswer() {
    try (WebPage proxy = new WebPage()) {
      SlackReplies replies = SampleSlackPeople.replies(proxy.api(), work.clock);
      CardPlace shown = CardPlace.none().inChannel("1.000001");

      assertThat(replies.show(new Card(ID, MAIL_SECURITY, CardPlace.none(), 2, 1), WAITING))
          .isInstanceOf(Delivery.Later.class);
      assertThat(replies.show(new Card(ID, MAIL_SECURITY, shown, 2, 1), DONE))
          .isInstanceOf(Delivery.Later.class);
      assertThat(replies.send(privately(ReplyUrl.NONE, NILS, MAIL_SECURITY)))
          .isInstanceOf(Delivery.Later.class);
    }
  }

  @Test
  void doesNotPostTwiceIfOnlyTheAnswerWasLost() {
    delivered(show(MAIL_SECURITY, CardPlace.none(), WAITING)); // A connection is open now.
    work.slack.faults().begin(SlackFault.ANSWER_LOST.times(1));

    assertThat(show(MAIL_SECURITY, CardPlace.none(), DONE)).isInstanceOf(Delivery.Later.class);

    assertThat(work.in(MAIL_SECURITY)).hasSize(2);
  }

  @Test
  void answersOnePersonByTheirUrl() {
    Delivery<?> told = work.replies.send(privately(urls.ofCommand(NILS, RANDOM), NILS, RANDOM));

    assertThat(told).isInstanceOf(Delivery.Delivered.class);
    assertThat(work.slack.ephemerals(NILS))
        .singleElement()
        .matches(SlackMessage::byResponseUrl)
        .satisfies(said -> assertThat(said.plainText()).isEqualTo("Not you"));
    assertThat(work.in(RANDOM)).isEmpty();
  }

  @Test
  void answersEphemerallyWithoutAUrl() {
    Delivery<?> told = work.replies.send(privately(ReplyUrl.NONE, NILS, MAIL_SECURITY));

    assertThat(told).isInstanceOf(Delivery.Delivered.class);
    assertThat(work.slack.ephemerals(NILS)).singleElement().matches(it -> !it.byResponseUrl());
  }

  @Test
  void answersEphemerallyOnceSlackRefusesTheUrl() {
    ReplyUrl url = urls.ofCommand(NILS, MAIL_SECURITY);
    for (int use = 0; use < 5; use++) {
      work.replies.send(privately(url, NILS, MAIL_SECURITY));
    }

    Delivery<?> told = work.replies.send(privately(url, NILS, MAIL_SECURITY));

    assertThat(told).isInstanceOf(Delivery.Delivered.class);
    assertThat(work.slack.ephemerals(NILS)).hasSize(6);
    assertThat(work.calls("chat.postEphemeral")).isEqualTo(1);
  }

  @Test
  void doesNotTryAUrlThatHasExpired() {
    ReplyUrl url = urls.ofCommand(NILS, MAIL_SECURITY);
    work.clock.passes(Duration.ofMinutes(31));

    work.replies.send(privately(url, NILS, MAIL_SECURITY));

    assertThat(work.calls("response_url")).isZero();
    assertThat(work.slack.ephemerals(NILS)).hasSize(1);
  }

  @Test
  void sendsADirectMessageIfNothingElseWorks() {
    assertThat(work.replies.send(privately(ReplyUrl.NONE, NILS, RANDOM)))
        .isInstanceOf(Delivery.Delivered.class);
    assertThat(work.calls("chat.postMessage")).isEqualTo(1);
  }

  @Test
  void cannotTellSomebodySlackDoesNotKnow() {
    assertThat(work.replies.send(privately(ReplyUrl.NONE, "U0NOBODY01", RANDOM)))
        .isInstanceOf(Delivery.Impossible.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"RESPONSE_URL_DOWN", "DOWN", "RESET", "RATE_LIMITED"})
  void putsAnAnswerOffWhileItsUrlFails(SlackFault fault) {
    ReplyUrl url = urls.ofCommand(NILS, RANDOM);
    work.slack.faults().begin(fault);

    assertThat(work.replies.send(privately(url, NILS, RANDOM))).isInstanceOf(Delivery.Later.class);
  }

  private Delivery<Shown> show(String channel, CardPlace place, List<ChangeRequest> rows) {
    return work.replies.show(new Card(ID, channel, place, 2, 1), rows);
  }

  private static CardPlace placeWith(ReplyUrl url) {
    return new CardPlace(Kind.NOWHERE, "", url);
  }

  private static CardPlace delivered(Delivery<Shown> delivery) {
    assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
    return ((Delivery.Delivered<Shown>) delivery).result().place();
  }

  private static PrivateMessage privately(ReplyUrl url, String user, String channel) {
    Recipient to = new Recipient(new PersonName(user, "name"), channel, url);
    return PrivateMessage.to(to, "Not you");
  }
}
