package dev.mailbrake.slack.blocks;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mailbrake.fixture.SampleRequest;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.request.model.Card;
import dev.mailbrake.request.model.CardId;
import dev.mailbrake.request.model.CardPlace;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.request.port.Replies.Shown;
import dev.mailbrake.sandbox.slack.messages.SlackButton;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.slack.SampleSlackPeople;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cards as FakeSlack accepts them; it refuses whatever breaks a rule of Block Kit. */
class CardBlocksTest {
  private static final CardId ID = new CardId("card-1");
  private static final String LONGEST_ADDRESS =
      "l".repeat(64) + "@" + ("d".repeat(60) + ".").repeat(3) + "zy.com";

  @AutoClose private final SampleSlackPeople work = new SampleSlackPeople();

  static Stream<Arguments> everyStateAndAction() {
    return Stream.of(RequestState.values())
        .flatMap(state -> Stream.of(Action.values()).map(action -> Arguments.of(state, action)));
  }

  @ParameterizedTest
  @MethodSource("everyStateAndAction")
  void showsEveryState(RequestState state, Action action) {
    SlackMessage card =
        posted(List.of(SampleRequest.of(action).state(state).note("It is so").made()));

    assertThat(card.plainText())
        .contains("rebecca@zylker.com", "Rebecca Anderson", "sends phishing");
    assertThat(card.fallback()).contains("rebecca@zylker.com");
    assertThat(card.buttons()).hasSize(buttons(state));
  }

  private static int buttons(RequestState state) {
    return switch (state) {
      case WAITING -> 2;
      case FAILED, EXPIRED -> 1;
      default -> 0;
    };
  }

  @ParameterizedTest
  @MethodSource("everyStateAndAction")
  void fitsWithTenRowsOfTheLongestTexts(RequestState state, Action action) {
    List<ChangeRequest> rows =
        IntStream.range(0, 10).mapToObj(row -> longest(action).state(state).made()).toList();

    SlackMessage card = posted(rows);

    assertThat(LONGEST_ADDRESS).hasSize(254);
    assertThat(card.blocks().size()).isLessThanOrEqualTo(50);
    assertThat(card.fallback()).hasSizeLessThanOrEqualTo(4_000);
  }

  @Test
  void canBeEditedWithTenRowsOfTheLongestTexts() {
    List<ChangeRequest> rows =
        IntStream.range(0, 10)
            .mapToObj(row -> longest(Action.BLOCK).state(RequestState.FAILED).made())
            .toList();
    CardPlace place =
        CardPlace.none().inChannel(posted(List.of(SampleRequest.block().made())).ts());

    Delivery<Shown> edited = work.replies.show(new Card(ID, MAIL_SECURITY, place, 2, 1), rows);

    assertThat(edited).isEqualTo(new Delivery.Delivered<>(new Shown(place)));
  }

  @Test
  void fitsIfOwnerAndReasonAreUnknown() {
    SlackMessage card =
        posted(
            List.of(SampleRequest.block().owner("").reason("").state(RequestState.FAILED).made()));

    assertThat(card.plainText()).contains("Failed").doesNotContain("Reason");
  }

  @ParameterizedTest
  @EnumSource(Action.class)
  void putsOnlyTheRequestsIdIntoAButton(Action action) {
    ChangeRequest request = SampleRequest.of(action).made();

    SlackMessage card = posted(List.of(request));

    assertThat(card.buttons())
        .extracting(SlackButton::actionId)
        .containsExactly(RowBlocks.CONFIRM, RowBlocks.CANCEL);
    assertThat(card.buttons()).extracting(SlackButton::value).containsOnly(request.id().value());
  }

  /** A crash may come before the place of the message is recorded. */
  @ParameterizedTest
  @EnumSource(Action.class)
  void isAnnouncedWithoutButtonsAndSaysNothingThatCouldBecomeUntrue(Action action) {
    Shown done = shown(CardPlace.none(), List.of(SampleRequest.of(action).made()));

    SlackMessage announced = work.in(MAIL_SECURITY).get(0);
    assertThat(done.isWhole()).isFalse();
    assertThat(done.place().message()).isEqualTo(announced.ts());
    assertThat(announced.buttons()).isEmpty();
    assertThat(announced.plainText())
        .contains("Asked for: " + action.verb() + " outgoing mail", "rebecca@zylker.com")
        .contains("sends phishing", "If none appear here, the request goes on in another message")
        .doesNotContain("?", "until");
  }

  @Test
  void marksTheDangerousButton() {
    assertThat(posted(List.of(SampleRequest.of(Action.BLOCK).made())).buttons())
        .extracting(SlackButton::style)
        .containsExactly("danger", "");
    assertThat(posted(List.of(SampleRequest.of(Action.UNBLOCK).made())).buttons())
        .extracting(SlackButton::style)
        .containsExactly("primary", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!channel>",
        "<http://evil.example|your bank>",
        "<@U0NILS0001>",
        "*bold* _it_ ~no~ `code`",
        ":fire: 😀",
        "&lt;!here&gt;"
      })
  void showsWhatPeopleAndZohoWroteAsPlainTextOnly(String text) {
    for (RequestState state : RequestState.values()) {
      SampleRequest request = SampleRequest.block().state(state).owner(text).reason(text).as(text);
      SlackMessage card = posted(List.of(request.note(text).made()));

      assertThat(texts(card.blocks(), "mrkdwn")).noneMatch(ours -> ours.contains(text));
      assertThat(texts(card.blocks(), "plain_text")).anyMatch(plain -> plain.contains(text));
      assertThat(card.fallback()).doesNotContain(text);
    }
  }

  @Test
  void escapesAnAddressInTheFallback() {
    SlackMessage card = posted(List.of(SampleRequest.block().address("a&b@zylker.com").made()));

    assertThat(card.fallback()).contains("a&amp;b@zylker.com");
  }

  @Test
  void readsPlainTextWithoutTurningColonsIntoEmoji() {
    SlackMessage card = posted(List.of(SampleRequest.block().reason(":fire:").made()));

    assertThat(card.blocks().findValues("emoji")).allMatch(emoji -> !emoji.asBoolean());
  }

  @Test
  void showsRequesterAndApproverAsMentionsAndTimesInTheReadersZone() {
    SlackMessage card = posted(List.of(SampleRequest.block().state(RequestState.VERIFIED).made()));

    assertThat(card.plainText())
        .contains(
            "asked by <@U0ADA00001> <!date^1795424400^{date_short_pretty} {time}|2026-11-23 09:00 UTC>")
        .contains(
            "confirmed by <@U0GRACE001> <!date^1795424460^{date_short_pretty} {time}|2026-11-23 09:01 UTC>");
  }

  @Test
  void marksEveryRowOfADryRun() {
    CardBlocks dry =
        new CardBlocks(new RowBlocks(true, new ApproverMentions(SampleSlackPeople.APPROVERS)));
    List<ChangeRequest> rows = List.of(SampleRequest.block().made(), SampleRequest.block().made());

    assertThat(dry.fallback(rows).lines()).allMatch(line -> line.startsWith("Dry run – "));
    assertThat(dry.blocks(rows, 500).toString()).contains("Dry run – Block outgoing mail?");
  }

  private SlackMessage posted(List<ChangeRequest> rows) {
    Shown done = shown(CardPlace.none(), rows);
    String ts =
        done.isWhole() ? done.place().message() : shown(done.place(), rows).place().message();
    return work.in(MAIL_SECURITY).stream()
        .filter(it -> it.ts().equals(ts))
        .findFirst()
        .orElseThrow();
  }

  private Shown shown(CardPlace place, List<ChangeRequest> rows) {
    Delivery<Shown> delivery = work.replies.show(new Card(ID, MAIL_SECURITY, place, 1, 0), rows);
    assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
    return ((Delivery.Delivered<Shown>) delivery).result();
  }

  private static SampleRequest longest(Action action) {
    return SampleRequest.of(action)
        .address(LONGEST_ADDRESS)
        .owner("😀".repeat(500))
        .as("<".repeat(254))
        .reason("&".repeat(500))
        .note("n".repeat(5_000));
  }

  /** The texts of all text objects of that type. */
  private static List<String> texts(JsonNode blocks, String type) {
    List<String> texts = new ArrayList<>();
    for (JsonNode parent : blocks.findParents("text")) {
      if (parent.path("type").asText().equals(type)) {
        texts.add(parent.path("text").asText());
      }
      JsonNode inner = parent.path("text");
      if (inner.path("type").asText().equals(type)) {
        texts.add(inner.path("text").asText());
      }
    }
    return texts;
  }
}
