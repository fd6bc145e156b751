package dev.mailbrake.slack.blocks;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.audit.PersonName;
import dev.mailbrake.fixture.SampleRequest;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Listing;
import dev.mailbrake.request.model.Recipient;
import dev.mailbrake.request.model.Recipient.ReplyUrl;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.request.port.Overview;
import dev.mailbrake.sandbox.slack.messages.SlackButton;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.slack.SampleSlackPeople;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverviewBlocksTest {
  private static final Recipient TO_ADA =
      new Recipient(new PersonName(ADA, "Ada"), MAIL_SECURITY, ReplyUrl.NONE);

  @AutoClose private final SampleSlackPeople work = new SampleSlackPeople();

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 15})
  void fitsWithAPageOfTheLongestRows(int blocked) {
    List<ChangeRequest> stand = LongestRequests.times(blocked, LongestRequests::inForce);
    List<ChangeRequest> wait =
        LongestRequests.times(
            Overview.ROWS - blocked, () -> LongestRequests.halfConfirmed(Action.UNBLOCK));

    SlackMessage shown = shown(new Overview(stand, wait, 500_000, 999_999));

    assertThat(shown.blocks().size()).isLessThanOrEqualTo(50);
    assertThat(shown.plainText()).contains("Page 500000 of 999999");
  }

  @Test
  void hasButtonsOnlyForExistingPages() {
    assertThat(labels(1, 1)).isEmpty();
    assertThat(labels(1, 3)).containsExactly("Next page");
    assertThat(labels(2, 3)).containsExactly("Previous page", "Next page");
    assertThat(labels(3, 3)).containsExactly("Previous page");
  }

  private List<String> labels(int page, int pages) {
    List<ChangeRequest> one = List.of(SampleRequest.block().made());
    return shown(new Overview(List.of(), one, page, pages)).buttons().stream()
        .map(SlackButton::label)
        .toList();
  }

  @Test
  void marksADryRun() {
    OverviewBlocks dry = new OverviewBlocks(true);
    Overview one = new Overview(List.of(), List.of(SampleRequest.block().made()), 1, 1);

    assertThat(dry.fallback(one)).startsWith("Dry run – ");
    assertThat(dry.blocks(one, 500).toString()).contains("Dry run – Waiting");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!channel>", "<http://evil.example|bank>", "*b* &lt;"})
  void showsWhatPeopleWroteAsPlainText(String text) {
    ChangeRequest row = SampleRequest.block().reason(text).owner(text).as(text).made();
    ChangeRequest blocked =
        SampleRequest.block().reason(text).owner(text).state(RequestState.VERIFIED).made();
    SlackMessage shown = shown(new Overview(List.of(blocked), List.of(row), 1, 1));

    assertThat(shown.plainText()).contains(text);
    assertThat(shown.blocks().findParents("text"))
        .filteredOn(each -> each.path("type").asText().equals("mrkdwn"))
        .isNotEmpty()
        .noneMatch(each -> each.path("text").asText().contains(text));
  }

  private SlackMessage shown(Overview overview) {
    Delivery<?> delivery = work.replies.list(new Listing(TO_ADA, overview.page(), false), overview);
    assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
    List<SlackMessage> all = work.slack.ephemerals(ADA);
    return all.get(all.size() - 1);
  }
}
