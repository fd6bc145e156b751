package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.SlackMessage;
import org.junit.jupiter.api.Test;

class BlockAndAllowTest {

  @Test
  void blocksAMailboxFromCommandToVerifiedCard() {
    try (Workplace work = Workplace.open()) {
      var ack = work.ada.types("/mail-block rebecca@zylker.com sends phishing, ticket 4711");
      assertThat(ack.status()).isEqualTo(200);

      SlackMessage card = work.card("Block outgoing mail?", REBECCA, "Rebecca Anderson");
      assertThat(card.plainText()).contains("sends phishing, ticket 4711", "is allowed now");
      assertThat(work.isBlocked(REBECCA)).isFalse();

      work.ada.presses(Workplace.BLOCK, card);

      SlackMessage done = work.card("Blocked, verified", REBECCA, "sends phishing, ticket 4711");
      assertThat(done.ts()).isEqualTo(card.ts());
      assertThat(done.buttons()).isEmpty();
      assertThat(work.isBlocked(REBECCA)).isTrue();
      assertThat(work.record().events())
          .containsExactly("ASKED", "CONFIRMED", "ATTEMPTED", "OUTCOME");
    }
  }
}
