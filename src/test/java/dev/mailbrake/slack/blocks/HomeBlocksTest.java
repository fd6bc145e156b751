package dev.mailbrake.slack.blocks;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.fixture.SampleRequest;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.request.port.HomeTab;
import dev.mailbrake.sandbox.slack.views.SlackView;
import dev.mailbrake.slack.SampleSlackPeople;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class HomeBlocksTest {
  @AutoClose private final SampleSlackPeople work = new SampleSlackPeople();

  @Test
  void fitsWithTheLongestRows() {
    HomeTab.Open full =
        new HomeTab.Open(
            LongestRequests.times(HomeTab.ROWS, () -> LongestRequests.halfConfirmed(Action.BLOCK)),
            LongestRequests.times(HomeTab.ROWS, LongestRequests::inForce),
            Integer.MAX_VALUE,
            LongestRequests.times(HomeTab.DECISIONS, LongestRequests::inForce));

    SlackView home = published(full);

    assertThat(home.json().path("blocks").size()).isEqualTo(96).isLessThanOrEqualTo(100);
    assertThat(home.buttons()).hasSize(27);
    assertThat(home.plainText()).contains("2147483647 more");
  }

  @Test
  void fitsIfOwnersAndReasonsAreUnknown() {
    ChangeRequest bare = SampleRequest.block().owner("").reason("").made();
    ChangeRequest done =
        SampleRequest.block().owner("").reason("").state(RequestState.FAILED).made();

    published(new HomeTab.Open(List.of(bare), List.of(), 0, List.of(done)));
  }

  @ParameterizedTest
  @EnumSource(
      value = RequestState.class,
      mode = Mode.EXCLUDE,
      names = {"WAITING", "EXPIRED"})
  void showsADecisionInEveryStateAndWhoMadeIt(RequestState state) {
    ChangeRequest decided =
        SampleRequest.block().firstBy("U0FIRST001", "Frida").state(state).made();
    SlackView home = published(new HomeTab.Open(List.of(), List.of(), 0, List.of(decided)));

    String both = state == RequestState.CANCELLED ? "" : "<@U0FIRST001> and ";
    assertThat(home.plainText()).contains("*  " + both + "<@U0GRACE001> <!date");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!channel>", "<http://evil.example|bank>", "*b* &lt;"})
  void showsWhatPeopleWroteAsPlainText(String text) {
    ChangeRequest waiting = SampleRequest.block().reason(text).owner(text).as(text).made();
    ChangeRequest done =
        SampleRequest.block().reason(text).owner(text).state(RequestState.VERIFIED).made();
    SlackView home = published(new HomeTab.Open(List.of(waiting), List.of(done), 0, List.of(done)));

    assertThat(home.json().findParents("text"))
        .filteredOn(each -> each.path("type").asText().equals("mrkdwn"))
        .isNotEmpty()
        .noneMatch(each -> each.path("text").asText().contains(text));
  }

  @Test
  void showsOnlyTheExplanation() {
    SlackView home = published(new HomeTab.Closed("<!channel> " + "n".repeat(5_000)));

    assertThat(home.json().path("blocks").size()).isEqualTo(1);
    assertThat(home.buttons()).isEmpty();
  }

  private SlackView published(HomeTab tab) {
    assertThat(work.replies.publish(ADA, tab)).isInstanceOf(Delivery.Delivered.class);
    return work.slack.home(ADA).orElseThrow();
  }
}
