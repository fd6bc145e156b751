package dev.mailbrake.slack;

import dev.mailbrake.command.CommandParser;
import dev.mailbrake.command.ModalReader;
import dev.mailbrake.config.Secret;
import dev.mailbrake.config.SlackSettings;
import dev.mailbrake.config.SlackSettings.SlackMode;
import dev.mailbrake.metrics.Meters;
import dev.mailbrake.policy.Approvers;
import dev.mailbrake.request.ask.AskForChange;
import dev.mailbrake.request.ask.OpenModal;
import dev.mailbrake.request.ask.ShowStatus;
import dev.mailbrake.request.decide.DecideChange;
import dev.mailbrake.request.tell.ShowHome;
import dev.mailbrake.sandbox.slack.FakeSlack;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mockito.Mockito;

/** The entry point for Slack's requests, for tests that never call Slack. */
public final class SlackEntry implements AutoCloseable {
  public final AskForChange ask = Mockito.mock(AskForChange.class);
  public final DecideChange decide = Mockito.mock(DecideChange.class);
  private final Slack slack;

  public SlackEntry(Clock clock) {
    slack =
        new Slack(
            settings(URI.create("http://127.0.0.1:1/api/")),
            false,
            new Approvers(Set.of("U0ADA00001"), Set.of()),
            clock,
            Meters.off());
  }

  static SlackSettings settings(URI api) {
    return new SlackSettings(
        new Secret(FakeSlack.BOT_TOKEN),
        new SlackMode.Http(new Secret(FakeSlack.SIGNING_SECRET)),
        api,
        Optional.empty());
  }

  public SlackEvents events() {
    return slack
        .eventSource(
            new CommandParser(10, Duration.ofDays(30)),
            new ModalReader(Duration.ofDays(30), any -> Optional.empty()),
            new Slack.UseCases(
                ask,
                Map.of(),
                Mockito.mock(ShowStatus.class),
                decide,
                Mockito.mock(OpenModal.class),
                Mockito.mock(ShowHome.class),
                () -> Duration.ZERO))
        .events()
        .orElseThrow();
  }

  public void finish() {
    slack.finish();
  }

  @Override
  public void close() {
    slack.close();
  }
}
