package dev.mailbrake.slack.blocks;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.view.ViewState;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.command.FilledModal;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.request.model.Recipient;
import dev.mailbrake.request.model.Recipient.ReplyUrl;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.request.port.Modals.Modal;
import dev.mailbrake.sandbox.slack.views.ShownModal;
import dev.mailbrake.slack.SampleResponseUrls;
import dev.mailbrake.slack.SampleSlackPeople;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The modal as FakeSlack accepts it; it refuses whatever breaks a rule of Slack's. */
class ModalBlocksTest {

  @ParameterizedTest
  @EnumSource(Action.class)
  void isAcceptedWithTheLongestAddressAndUrl(Action action) {
    try (Opened opened = new Opened()) {
      String url = "https://hooks.slack.com/commands/" + "&=<>'".repeat(600);
      opened.open(action, LongestRequests.ADDRESS, new ReplyUrl(url, 5, Instant.EPOCH));

      assertThat(opened.form().value("address")).isEqualTo(LongestRequests.ADDRESS);
      assertThat(opened.form().view().json().path("callback_id").asText())
          .isEqualTo("ask-for-" + action.verb());
    }
  }

  @Test
  void startsEmptyIfNoAddressIsKnown() {
    try (Opened opened = new Opened()) {
      opened.open(Action.BLOCK, "", ReplyUrl.NONE);

      assertThat(opened.form().value("address")).isEmpty();
      assertThat(opened.form().value("person")).isEmpty();
    }
  }

  @Test
  void toleratesMissingPartsOfTheState() {
    FilledModal empty = new FilledModal(Action.BLOCK, "", "", "", "");
    ViewState state = new ViewState();

    assertThat(ModalBlocks.read(Action.BLOCK, null)).isEqualTo(empty);
    state.setValues(null);
    assertThat(ModalBlocks.read(Action.BLOCK, state)).isEqualTo(empty);
    state.setValues(Map.of("address", Map.of(), "reason", Map.of("other", value("x"))));
    assertThat(ModalBlocks.read(Action.BLOCK, state)).isEqualTo(empty);
    state.setValues(Map.of("address", Map.of("address", new ViewState.Value())));
    assertThat(ModalBlocks.read(Action.BLOCK, state)).isEqualTo(empty);
  }

  @Test
  void readsEveryField() {
    ViewState.Value person = new ViewState.Value();
    person.setSelectedUser(ADA);
    ViewState state = new ViewState();
    state.setValues(
        Map.of(
            "person", Map.of("person", person),
            "address", Map.of("address", value("a@b.com")),
            "duration", Map.of("duration", value("4h")),
            "reason", Map.of("reason", value("<why>"))));

    assertThat(ModalBlocks.read(Action.UNBLOCK, state))
        .isEqualTo(new FilledModal(Action.UNBLOCK, ADA, "a@b.com", "4h", "<why>"));
  }

  private static ViewState.Value value(String text) {
    ViewState.Value value = new ViewState.Value();
    value.setValue(text);
    return value;
  }

  /** Ada typed a command, and its trigger opens a modal. */
  private static final class Opened implements AutoCloseable {
    private final SampleSlackPeople work = new SampleSlackPeople();
    private final SampleResponseUrls triggers = new SampleResponseUrls(work.slack, work.clock);

    void open(Action action, String address, ReplyUrl url) {
      triggers.listen();
      String trigger = triggers.triggerOf(ADA, MAIL_SECURITY);
      Interaction by =
          new Interaction(trigger, new Recipient(new PersonName(ADA, "Ada"), MAIL_SECURITY, url));
      assertThat(work.replies.open(new Modal(action, address, by.from().channel(), by)))
          .isInstanceOf(Delivery.Delivered.class);
    }

    ShownModal form() {
      return work.slack.as(ADA).form();
    }

    @Override
    public void close() {
      triggers.close();
      work.close();
    }
  }
}
