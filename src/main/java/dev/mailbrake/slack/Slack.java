package dev.mailbrake.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.bolt.util.SlackRequestParser;
import dev.mailbrake.command.Command.Look;
import dev.mailbrake.command.CommandParser;
import dev.mailbrake.command.ModalReader;
import dev.mailbrake.command.Verb;
import dev.mailbrake.config.SlackSettings;
import dev.mailbrake.metrics.Meters;
import dev.mailbrake.metrics.Metric;
import dev.mailbrake.policy.Approvers;
import dev.mailbrake.request.ask.AskForChange;
import dev.mailbrake.request.ask.OpenModal;
import dev.mailbrake.request.ask.ShowStatus;
import dev.mailbrake.request.decide.DecideChange;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.request.port.Modals;
import dev.mailbrake.request.port.People;
import dev.mailbrake.request.port.Replies;
import dev.mailbrake.request.tell.ShowHome;
import dev.mailbrake.slack.blocks.PrivateBlocks;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** The whole Slack side: who people are, what they see, and what they do. */
public final class Slack implements AutoCloseable {
  private final SlackSettings settings;
  private final Clock clock;
  private final Meters meters;
  private final SlackApi api;
  private final PrivateBlocks answers;
  private final SlackReplies replies;
  private final SlackPeople people;
  private final Workers workers;

  /** Opens no connection yet. */
  public Slack(
      SlackSettings settings, boolean dryRun, Approvers approvers, Clock clock, Meters meters) {
    this.settings = settings;
    this.clock = clock;
    this.meters = meters;
    api = new SlackApi(settings, meters);
    answers = new PrivateBlocks(dryRun);
    replies = new SlackReplies(api, dryRun, approvers, clock);
    people = new SlackPeople(api, clock);
    workers = new Workers(replies);
  }

  public People people() {
    return people;
  }

  public Replies replies() {
    return replies;
  }

  public Modals modals() {
    return replies;
  }

  /** How commands, clicks, modals and events come in: the same listeners in either mode. */
  public EventSource eventSource(CommandParser parser, ModalReader reader, UseCases useCases) {
    AppConfig config =
        AppConfig.builder()
            .slack(api.slack())
            .singleTeamBotToken(settings.botToken().reveal())
            .build();
    // None of Bolt's middleware: its authorization would call auth.test before we acknowledge.
    App app = new App(config, api.slack(), new ArrayList<>());
    new Listeners(parser, useCases, workers, answers, clock).register(app, meters);
    new ModalListener(reader, useCases.ask(), workers).register(app);
    BoltRunner runner = new BoltRunner(app, workers, clock);
    meters.age(Metric.SLACK_QUIET, runner::quietFor);
    return settings
        .mode()
        .fold(
            http ->
                new SlackEvents(
                    new SlackRequestParser(config),
                    runner,
                    new RequestSignature(http.signingSecret(), clock)),
            socket ->
                new SocketEvents(
                    api, socket.appToken(), new SocketModeRequestParser(config), runner));
  }

  /** Takes no more interactions, and lets those it took finish. */
  public void finish() {
    workers.close();
  }

  @Override
  public void close() {
    api.close();
  }

  /**
   * What people can do; {@code looks} are the commands that change nothing, {@code lookupDelay} is
   * how long a lookup has to wait now.
   */
  public record UseCases(
      AskForChange ask,
      Map<Verb, BiConsumer<Look, Interaction>> looks,
      ShowStatus status,
      DecideChange decide,
      OpenModal modal,
      ShowHome home,
      Supplier<Duration> lookupDelay) {
    public UseCases {
      looks = Map.copyOf(looks);
    }
  }
}
