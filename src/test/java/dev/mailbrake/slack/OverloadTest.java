package dev.mailbrake.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;

import dev.mailbrake.request.ask.AskForChange;
import dev.mailbrake.request.decide.DecideChange;
import dev.mailbrake.sandbox.MovableClock;
import dev.mailbrake.sandbox.slack.FakeSlack;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OverloadTest {
  private static final int AT_WORK = 8;
  private static final int WAITING = 1_000;
  private static final String COMMAND =
      "command=%2Fmail-block&text=r%40zylker.com&user_id=U0ADA00001&channel_id=C0MAILSEC1";
  private static final String CLICK =
      "payload=%7B%22type%22%3A%22block_actions%22%2C%22user%22%3A%7B%22id%22%3A%22U0ADA00001%22"
          + "%7D%2C%22actions%22%3A%5B%7B%22type%22%3A%22button%22%2C%22action_id%22%3A%22"
          + "confirm-change%22%2C%22value%22%3A%22x%22%7D%5D%7D";

  private final MovableClock clock = new MovableClock();
  private final CountDownLatch zohoAnswers = new CountDownLatch(1);
  private final SlackEntry slack = new SlackEntry(clock);
  private final AskForChange ask = slack.ask;
  private final DecideChange decide = slack.decide;
  private final SlackEvents events = slack.events();

  @AfterEach
  void stop() {
    zohoAnswers.countDown();
    slack.finish();
    slack.close();
  }

  @Test
  void queuesAThousandCommandsAndRefusesTheNext() throws Exception {
    doAnswer(
            call -> {
              zohoAnswers.await();
              return null;
            })
        .when(ask)
        .ask(any(), any());
    for (int i = 0; i < AT_WORK + WAITING; i++) {
      assertThat(answer(COMMAND).body()).isEmpty();
    }

    SlackEvents.Reply next = answer(COMMAND);

    assertThat(next.status()).isEqualTo(200);
    assertThat(next.body()).contains("too much to do", "nothing was asked for");
  }

  @Test
  void queuesAThousandClicksAndShowsThatTheNextFailed() throws Exception {
    doAnswer(
            call -> {
              zohoAnswers.await();
              return null;
            })
        .when(decide)
        .confirm(any(), any());
    for (int i = 0; i < AT_WORK + WAITING; i++) {
      assertThat(answer(CLICK).status()).isEqualTo(200);
    }

    assertThat(answer(CLICK).status()).isEqualTo(503);
    assertThat(answer(COMMAND).body()).isEmpty();
  }

  private SlackEvents.Reply answer(String body) throws Exception {
    String now = String.valueOf(clock.instant().getEpochSecond());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(FakeSlack.SIGNING_SECRET.getBytes(UTF_8), "HmacSHA256"));
    byte[] digest = mac.doFinal(("v0:" + now + ":" + body).getBytes(UTF_8));
    return events.answer(
        Map.of(
            "content-type", List.of("application/x-www-form-urlencoded"),
            "x-slack-request-timestamp", List.of(now),
            "x-slack-signature", List.of("v0=" + HexFormat.of().formatHex(digest))),
        body.getBytes(UTF_8));
  }
}
