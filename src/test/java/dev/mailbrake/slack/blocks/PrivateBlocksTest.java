package dev.mailbrake.slack.blocks;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.model.PrivateMessage.Pointer;
import dev.mailbrake.request.model.Recipient;
import dev.mailbrake.request.model.Recipient.ReplyUrl;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.slack.SampleSlackPeople;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateBlocksTest {
  private static final Recipient TO_ADA =
      new Recipient(new PersonName(ADA, "Ada"), MAIL_SECURITY, ReplyUrl.NONE);

  private final PrivateBlocks answers = new PrivateBlocks(false);

  @ParameterizedTest
  @ValueSource(strings = {"<!channel>", "<http://x|y>", "*bold*", "😀 :fire:"})
  void showsItsTextAsPlainText(String text) {
    assertThat(answers.blocks(text)).singleElement().satisfies(block -> assertPlain(block, text));
  }

  @Test
  void escapesTheFallback() {
    assertThat(answers.fallback("<!channel> & co")).isEqualTo("&lt;!channel&gt; &amp; co");
  }

  @Test
  void linksToCardsInOurOwnMarkup() {
    PrivateMessage message =
        new PrivateMessage(TO_ADA, "See", List.of(new Pointer("C0MAILSEC1", "1795424400.000100")));

    assertThat(answers.renderings(message).shape().apply(SlackText.SECTION).get(1))
        .isInstanceOfSatisfying(
            SectionBlock.class,
            block ->
                assertThat(((MarkdownTextObject) block.getText()).getText())
                    .isEqualTo(
                        "<https://slack.com/archives/C0MAILSEC1/p1795424400000100|See its card>"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2_999, 3_000, 3_001, 40_000})
  void isAcceptedBySlackHoweverLongTheTextAndWithTenCards(int length) {
    List<Pointer> ten = Collections.nCopies(10, new Pointer(MAIL_SECURITY, "1795424400.000100"));
    try (SampleSlackPeople work = new SampleSlackPeople()) {
      Delivery<?> delivery = work.replies.send(new PrivateMessage(TO_ADA, "&".repeat(length), ten));

      assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
      assertThat(work.slack.ephemerals(ADA)).hasSize(1);
    }
  }

  @Test
  void marksADryRun() {
    PrivateBlocks dry = new PrivateBlocks(true);

    assertThat(dry.fallback("Blocked")).isEqualTo("Dry run – Blocked");
    assertThat(dry.blocks("Blocked"))
        .singleElement()
        .satisfies(block -> assertPlain(block, "Dry run – Blocked"));
  }

  private static void assertPlain(LayoutBlock block, String text) {
    assertThat(block)
        .isInstanceOfSatisfying(
            SectionBlock.class,
            section ->
                assertThat(section.getText())
                    .isInstanceOfSatisfying(
                        PlainTextObject.class,
                        plain -> {
                          assertThat(plain.getText()).isEqualTo(text);
                          assertThat(plain.getEmoji()).isFalse();
                        }));
  }
}
