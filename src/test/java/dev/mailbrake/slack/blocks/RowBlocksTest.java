package dev.mailbrake.slack.blocks;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import dev.mailbrake.fixture.SampleRequest;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.policy.Approvers;
import dev.mailbrake.request.model.Card;
import dev.mailbrake.request.model.CardId;
import dev.mailbrake.request.model.CardPlace;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Effect;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.request.port.Replies.Shown;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.slack.SampleSlackPeople;
import dev.mailbrake.slack.SlackReplies;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a row says about two approvers, changed facts and a block in force. */
class RowBlocksTest {
  private static final Approvers MANY =
      new Approvers(
          IntStream.range(0, 200).mapToObj("U%063d"::formatted).collect(Collectors.toSet()),
          Set.of("S0ONCALL01"));

  private static final RowBlocks.Shape WHOLE = new RowBlocks.Shape(SlackText.SECTION, false);

  private final RowBlocks rows =
      new RowBlocks(false, new ApproverMentions(SampleSlackPeople.APPROVERS));

  static Stream<Arguments> longestRows() {
    return Stream.of(
        Arguments.of("blocks", LongestRequests.halfConfirmed(Action.BLOCK)),
        Arguments.of("allows", LongestRequests.halfConfirmed(Action.UNBLOCK)),
        Arguments.of("block in force", LongestRequests.inForce()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("longestRows")
  void fitsWithTenOfTheLongestRowsAndTwoHundredApprovers(String name, ChangeRequest row) {
    try (SampleSlackPeople work = new SampleSlackPeople()) {
      SlackReplies replies = new SlackReplies(work.api, true, MANY, work.clock);
      List<ChangeRequest> ten = LongestRequests.times(10, () -> again(row));
      Delivery<Shown> posted = replies.show(card(CardPlace.none()), ten);
      CardPlace place = ((Delivery.Delivered<Shown>) posted).result().place();

      assertThat(replies.show(card(place), ten))
          .isEqualTo(new Delivery.Delivered<>(new Shown(place)));
      SlackMessage shown = work.in(MAIL_SECURITY).get(0);
      assertThat(shown.blocks().size()).isEqualTo(50);
      assertThat(shown.buttons()).hasSize(row.state().isWaiting() ? 20 : 10);
    }
  }

  /** Its own id: no two blocks of a message may share one. */
  private static ChangeRequest again(ChangeRequest row) {
    return row.state().isWaiting()
        ? LongestRequests.halfConfirmed(row.action())
        : LongestRequests.inForce();
  }

  private static Card card(CardPlace place) {
    return new Card(new CardId("card-1"), MAIL_SECURITY, place, 2, 1);
  }

  @Test
  void saysWhyTwoAreNeededAndWhoMayApprove() {
    ChangeRequest row = SampleRequest.block().needsTwo("<!channel> is protected.").made();

    assertThat(text(rows.of(row, WHOLE)))
        .contains(
            "Two approvers must confirm: <!channel> is protected.", "Nobody has confirmed yet");
    assertThat(text(rows.announced(row, WHOLE))).contains("<@U0ADA00001>, ");
  }

  @Test
  void mentionsNoSecondApproverIfOneIsEnough() {
    assertThat(text(rows.of(SampleRequest.block().made(), WHOLE)))
        .doesNotContain("approvers", "may", "confirmed by");
  }

  @ParameterizedTest
  @EnumSource(RequestState.class)
  void keepsTheFirstApproverAndTheChangesInEveryState(RequestState state) {
    ChangeRequest row =
        SampleRequest.block()
            .needsTwo("It is so.")
            .firstBy("U0FIRST001", "Frida")
            .changed("Since it was asked for: <b>.")
            .state(state)
            .made();

    assertThat(text(rows.of(row, WHOLE)))
        .contains("first confirmed by <@U0FIRST001>", "Since it was asked for: <b>.");
  }

  @Test
  void offersToUnblockOnlyWhileABlockIsInForce() {
    SampleRequest block = SampleRequest.block().state(RequestState.VERIFIED);
    Effect stands =
        new Effect(
            SampleRequest.ASKED_AT,
            Effect.NEVER,
            Effect.NEVER,
            false,
            Effect.NEVER,
            false,
            Optional.empty());
    Effect supersededAt =
        new Effect(
            SampleRequest.ASKED_AT,
            Effect.NEVER,
            SampleRequest.ASKED_AT.plus(Duration.ofHours(1)),
            false,
            Effect.NEVER,
            false,
            Optional.empty());
    ChangeRequest allow =
        SampleRequest.of(Action.UNBLOCK).state(RequestState.VERIFIED).effect(stands).made();

    assertThat(rows.of(block.effect(stands).made(), WHOLE))
        .hasAtLeastOneElementOfType(ActionsBlock.class);
    assertThat(text(rows.of(block.effect(stands).made(), WHOLE)))
        .contains(RowBlocks.ASK_TO_UNBLOCK);
    assertThat(text(rows.of(block.effect(supersededAt).made(), WHOLE)))
        .contains("over since")
        .doesNotContain(RowBlocks.ASK_TO_UNBLOCK);
    assertThat(text(rows.of(block.effect(Effect.NONE).made(), WHOLE)))
        .doesNotContain(RowBlocks.ASK_TO_UNBLOCK);
    assertThat(text(rows.of(allow, WHOLE))).doesNotContain(RowBlocks.ASK_TO_UNBLOCK);
  }

  private static String text(List<LayoutBlock> blocks) {
    return blocks.toString();
  }
}
