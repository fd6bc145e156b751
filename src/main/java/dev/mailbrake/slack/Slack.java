package dev.mailbrake.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.bolt.util.SlackRequestParser;
import dev.mailbrake.command.CommandParser;
import dev.mailbrake.command.ModalReader;
import dev.mailbrake.config.SlackSettings;
import dev.mailbrake.metrics.Meters;
import dev.mailbrake.metrics.Metric;
import dev.mailbrake.policy.Approvers;
import dev.mailbrake.request.port.Modals;
import dev.mailbrake.request.port.People;
import dev.mailbrake.request.port.Replies;
import dev.mailbrake.slack.blocks.PrivateBlocks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;

/** Slack, put together: who people are, how they are told, and what they do. */
public final class Slack implements AutoCloseable {
  private final SlackSettings settings;
  private final Clock clock;
  private final Meters meters;
  private final SlackApi api;
  private final PrivateBlocks answers;
  private final SlackReplies replies;
  private final SlackModals modals;
  private final SlackPeople people;
  private final Workers workers;

  /**
   * Opens no connection yet.
   *
   * @param dryRun whether every message says that nothing is sent to Zoho
   * @param approvers who may confirm, for the cards to name
   */
  public Slack(
      SlackSettings settings, boolean dryRun, Approvers approvers, Clock clock, Meters meters) {
    this.settings = settings;
    this.clock = clock;
    this.meters = meters;
    api = new SlackApi(settings, meters);
    answers = new PrivateBlocks(dryRun);
    SlackCalls calls = new SlackCalls(api, clock);
    replies = new SlackReplies(api, calls, SlackReplies.Shapes.of(dryRun, approvers), clock);
    modals = new SlackModals(api, calls);
    people = new SlackPeople(api, clock);
    workers = new Workers(new AnsweredTask(replies));
  }

  public People people() {
    return people;
  }

  public Replies replies() {
    return replies;
  }

  public Modals modals() {
    return modals;
  }

  /** The way in for commands, clicks, forms and events: the same listeners in either mode. */
  public EventSource eventSource(CommandParser parser, ModalReader reader, UseCases useCases) {
    AppConfig config = config();
    // No middleware of Bolt's: its authorization would call auth.test within the acknowledgement.
    App app = new App(config, api.slack(), new ArrayList<>());
    new Listeners(parser, useCases, workers, answers, clock).register(app, meters);
    new ModalListener(reader, useCases.ask(), workers).register(app);
    BoltRunner runner = new BoltRunner(app, workers, clock);
    meters.age(Metric.SLACK_QUIET, runner::quietFor);
    return settings
        .mode()
        .fold(
            http ->
                new EventSource(
                    Optional.of(
                        new SlackEvents(
                            new SlackRequestParser(config),
                            runner,
                            new RequestSignature(http.signingSecret(), clock))),
                    Optional.empty()),
            socket ->
                new EventSource(
                    Optional.empty(),
                    Optional.of(
                        new SocketEvents(
                            api,
                            socket.appToken(),
                            new Envelopes(new SocketModeRequestParser(config), runner)))));
  }

  private AppConfig config() {
    return AppConfig.builder()
        .slack(api.slack())
        .singleTeamBotToken(settings.botToken().reveal())
        .build();
  }

  /** Takes no more commands and clicks, and lets those that were taken finish. */
  public void finish() {
    workers.close();
  }

  @Override
  public void close() {
    api.close();
  }
}
