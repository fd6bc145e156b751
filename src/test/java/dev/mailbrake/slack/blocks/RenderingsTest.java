package dev.mailbrake.slack.blocks;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_AUDIT;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.LayoutBlock;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.request.model.AuditLine;
import dev.mailbrake.request.model.Card;
import dev.mailbrake.request.model.CardId;
import dev.mailbrake.request.model.CardPlace;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Listing;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.model.PrivateMessage.Pointer;
import dev.mailbrake.request.model.Recipient;
import dev.mailbrake.request.model.Recipient.ReplyUrl;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.request.port.Overview;
import dev.mailbrake.request.port.Replies.Shown;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.slack.SampleResponseUrls;
import dev.mailbrake.slack.SampleSlackPeople;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts stay within the total length that Slack accepts, with the widest input. */
class RenderingsTest {
  private static final CardId ID = new CardId("card-1");
  private static final Delivery<Delivery.Done> TOO_LONG =
      new Delivery.Impossible<>("Slack answered msg_blocks_too_long", "msg_blocks_too_long");

  @AutoClose private final SampleSlackPeople work = new SampleSlackPeople();

  static Stream<Arguments> widestCards() {
    return Stream.of(
        Arguments.of("wait", LongestRequests.times(10, () -> half(Action.BLOCK))),
        Arguments.of("stand", LongestRequests.times(10, LongestRequests::inForce)),
        Arguments.of(
            "failed",
            LongestRequests.times(
                10, () -> LongestRequests.longest(Action.BLOCK).state(RequestState.FAILED).made())),
        Arguments.of("one", List.of(half(Action.UNBLOCK))));
  }

  private static ChangeRequest half(Action action) {
    return LongestRequests.halfConfirmed(action);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("widestCards")
  void fitAndNameEachAddressInFullAndTheReasonOnce(String name, List<ChangeRequest> rows) {
    List<List<LayoutBlock>> tried = shapes(cards().renderings(rows));

    assertThat(Renderings.length(tried.get(0))).isLessThanOrEqualTo(Renderings.LIMIT);
    assertThat(tried)
        .allSatisfy(
            blocks -> {
              assertThat(blocks).hasSizeLessThanOrEqualTo(50);
              assertThat(count(LongestRequests.ADDRESS, blocks))
                  .isGreaterThanOrEqualTo(rows.size());
              assertThat(count("Reason: ", blocks)).isLessThanOrEqualTo(1);
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("widestCards")
  void areTriedFromLongestToShortestAndNeverTwice(String name, List<ChangeRequest> rows) {
    List<Integer> lengths =
        shapes(cards().renderings(rows)).stream().map(Renderings::length).toList();

    assertThat(lengths)
        .hasSizeGreaterThan(1)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void areNotTriedAfterSlackAcceptsOneOrRefusesForAnotherReason() {
    Renderings card = cards().renderings(List.of(half(Action.BLOCK)));
    for (Delivery<Delivery.Done> answer :
        List.<Delivery<Delivery.Done>>of(
            Delivery.done(),
            new Delivery.Later<>("Slack limits the rate", Duration.ZERO),
            new Delivery.Impossible<>("Slack answered invalid_blocks", "invalid_blocks"))) {
      List<Delivery<Delivery.Done>> answers = new ArrayList<>();
      Delivery<Delivery.Done> last =
          card.send(
              blocks -> {
                answers.add(answer);
                return answer;
              });

      assertThat(last).isEqualTo(answer);
      assertThat(answers).hasSize(1);
    }
  }

  @Test
  void editACardInPlaceWithoutPostingAnother() {
    work.slack.limitBlockCharacters(7_900);
    List<ChangeRequest> rows = LongestRequests.times(10, () -> half(Action.BLOCK));
    CardPlace place = delivered(show(MAIL_SECURITY, CardPlace.none(), rows)).place();

    assertThat(delivered(show(MAIL_SECURITY, place, rows)).place()).isEqualTo(place);

    assertThat(work.in(MAIL_SECURITY))
        .singleElement()
        .satisfies(card -> assertThat(card.buttons()).hasSize(20));
    assertThat(work.calls("chat.update")).isEqualTo(2);
    assertThat(work.calls("chat.delete")).isZero();
  }

  /** None is short enough, and another message would be just as long. */
  @Test
  void postNoOtherMessageIfSlackAcceptsNone() {
    CardPlace place =
        delivered(show(MAIL_SECURITY, CardPlace.none(), List.of(half(Action.BLOCK)))).place();
    work.slack.limitBlockCharacters(100);
    List<ChangeRequest> rows = LongestRequests.times(10, LongestRequests::inForce);

    assertThat(show(MAIL_SECURITY, place, rows)).isEqualTo(TOO_LONG);
    assertThat(show(MAIL_SECURITY, CardPlace.none(), rows)).isEqualTo(TOO_LONG);

    assertThat(work.in(MAIL_SECURITY)).hasSize(1);
    assertThat(work.calls("chat.delete")).isZero();
  }

  @Test
  void showACardByAResponseUrl() {
    try (SampleResponseUrls urls = new SampleResponseUrls(work.slack, work.clock)) {
      urls.listen();
      work.slack.limitBlockCharacters(7_900);
      CardPlace place = new CardPlace(CardPlace.Kind.NOWHERE, "", urls.ofCommand(ADA, RANDOM));

      delivered(show(RANDOM, place, LongestRequests.times(10, () -> half(Action.BLOCK)))).place();

      assertThat(work.in(RANDOM)).singleElement().matches(SlackMessage::byResponseUrl);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void showAPrivateAnswerWhereItWasRequested(boolean byUrl) {
    try (SampleResponseUrls urls = new SampleResponseUrls(work.slack, work.clock)) {
      urls.listen();
      ReplyUrl url = byUrl ? urls.ofCommand(ADA, MAIL_SECURITY) : ReplyUrl.NONE;
      work.slack.limitBlockCharacters(1_000);

      delivered(work.replies.send(new PrivateMessage(to(url), "& ".repeat(2_000), tenCards())));

      assertThat(work.slack.ephemerals(ADA))
          .singleElement()
          .matches(said -> said.byResponseUrl() == byUrl)
          .satisfies(said -> assertThat(said.plainText()).contains("& & &", "See its card"));
    }
  }

  private static List<Pointer> tenCards() {
    return Collections.nCopies(10, new Pointer(MAIL_SECURITY, "1795424400.000100"));
  }

  @ParameterizedTest
  @ValueSource(ints = {9_000, 8_100})
  void showAPageOfTheOverview(int most) {
    work.slack.limitBlockCharacters(most);
    List<ChangeRequest> stand = LongestRequests.times(8, LongestRequests::inForce);
    List<ChangeRequest> wait = LongestRequests.times(7, () -> half(Action.UNBLOCK));

    delivered(
        work.replies.list(
            new Listing(to(ReplyUrl.NONE), 1, false), new Overview(stand, wait, 1, 2)));

    assertThat(work.slack.ephemerals(ADA)).hasSize(1);
  }

  /** Otherwise none of them, nor any row after them, would ever be posted. */
  @ParameterizedTest
  @ValueSource(ints = {9_000, 3_000})
  void postTwentyOfTheLongestLinesInTheAuditChannel(int most) {
    work.slack.limitBlockCharacters(most);
    Optional<Pointer> card = Optional.of(new Pointer(MAIL_SECURITY, "1795424400.000001"));
    List<AuditLine> lines =
        IntStream.range(0, 21)
            .mapToObj(row -> new AuditLine("#" + row + " · " + "😀<".repeat(2_000), card))
            .toList();

    delivered(work.replies.tell(MAIL_AUDIT, lines));

    assertThat(work.in(MAIL_AUDIT))
        .singleElement()
        .satisfies(told -> assertThat(told.plainText()).contains("#0 · ", "#20 · "));
  }

  private static Recipient to(ReplyUrl url) {
    return new Recipient(new PersonName(ADA, "Ada"), MAIL_SECURITY, url);
  }

  private Delivery<Shown> show(String channel, CardPlace place, List<ChangeRequest> rows) {
    return work.replies.show(new Card(ID, channel, place, 2, 1), rows);
  }

  private static <T> T delivered(Delivery<T> delivery) {
    assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
    return ((Delivery.Delivered<T>) delivery).result();
  }

  private static CardBlocks cards() {
    return new CardBlocks(new RowBlocks(true, new ApproverMentions(SampleSlackPeople.APPROVERS)));
  }

  private static int count(String text, List<LayoutBlock> blocks) {
    return blocks.toString().split(Pattern.quote(text), -1).length - 1;
  }

  /** What is tried if Slack finds everything too long. */
  private static List<List<LayoutBlock>> shapes(Renderings renderings) {
    List<List<LayoutBlock>> tried = new ArrayList<>();
    renderings.send(
        blocks -> {
          tried.add(blocks);
          return TOO_LONG;
        });
    return tried;
  }
}
