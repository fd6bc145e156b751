package dev.mailbrake.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.delivery.BotAcknowledgement;
import dev.mailbrake.sandbox.slack.delivery.BotRequest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Slack asks the bot's address for when the app is created from its manifest. */
@Tag("http")
class SlackSetUpTest {
  @Test
  void answersTheChallengeThatVerifiesTheEventUrl() {
    try (Workplace work = Workplace.open()) {
      BotAcknowledgement answer =
          work.slack.posts(BotRequest.urlVerification("3eZbrw1aB10FEMAGAZd4FyFQ"));

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).contains("3eZbrw1aB10FEMAGAZd4FyFQ");
    }
  }
}
