package dev.mailbrake.story;

import static org.awaitility.Awaitility.await;

import dev.mailbrake.Bot;
import dev.mailbrake.config.Configuration;
import dev.mailbrake.sandbox.BotEnvironment;
import dev.mailbrake.sandbox.MovableClock;
import dev.mailbrake.sandbox.SandboxMode;
import dev.mailbrake.sandbox.database.FreshDatabase;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.messages.SlackButton;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The bot at work, with colleagues who type and click, and a clock that only a story moves. */
final class Workplace implements AutoCloseable {
  static final String CHANNEL = SampleWorkspace.MAIL_SECURITY;
  static final String BLOCK = "Block outgoing mail";
  static final String UNBLOCK = "Allow outgoing mail";
  static final String CANCEL = "Cancel";
  static final String ASK_TO_UNBLOCK = "Allow outgoing mail…";

  /** Real time that a story waits for something expected; only a failing story uses all of it. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  /** HTTP, or in the second run Socket Mode; tests that apply to only one of them have its tag. */
  private final SandboxMode mode;

  final MovableClock clock = new MovableClock();
  final FakeSlack slack = FakeSlack.start(clock);
  final FakeZoho zoho = FakeZoho.start(clock);
  final Colleague ada = new Colleague(this, SampleWorkspace.ADA);
  final Colleague grace = new Colleague(this, SampleWorkspace.GRACE);
  final Colleague nils = new Colleague(this, SampleWorkspace.NILS);

  final FreshDatabase database;

  private final Path directory;
  private final Map<String, String> others = new HashMap<>();
  private final int processes;
  private final Start start;
  private List<Bot> bots;

  private Workplace(SandboxMode mode, int processes, Map<String, String> settings) {
    this(mode, processes, settings, (work, how, number) -> Bot.start(how, work.clock));
  }

  private Workplace(SandboxMode mode, int processes, Map<String, String> settings, Start start) {
    this.mode = mode;
    this.processes = processes;
    this.start = start;
    try {
      directory = Files.createTempDirectory("mailbrake-story");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    database = FreshDatabase.in(directory);
    others.putAll(settings);
    start.prepare(this);
    bots = start();
  }

  /** Starts one of the processes. */
  interface Start {
    default void prepare(Workplace work) {
      // Most stories need no preparation.
    }

    Bot bot(Workplace work, Configuration how, int number);
  }

  static Workplace open() {
    return open(Map.of());
  }

  /**
   * @param settings environment variables in addition to the usual ones, or replacing them
   */
  static Workplace open(Map<String, String> settings) {
    return new Workplace(SandboxMode.fromSystemProperty(), 1, settings);
  }

  /** That many bots on one record, which take turns at what Slack sends. */
  static Workplace withProcesses(int processes, Map<String, String> settings) {
    return new Workplace(SandboxMode.fromSystemProperty(), processes, settings);
  }

  /**
   * Two bots on one PostgreSQL whose clock the story moves; the clocks of their machines are
   * equally far behind and ahead of it.
   */
  static Workplace withClocksApart(Duration apart) {
    return new Workplace(SandboxMode.fromSystemProperty(), 2, Map.of(), new ClocksApart(apart));
  }

  /** That many bots on one record, always connected by Socket Mode. */
  static Workplace bySocket(int processes) {
    return new Workplace(SandboxMode.SOCKET, processes, Map.of());
  }

  private List<Bot> start() {
    Configuration configuration =
        new BotEnvironment(slack, zoho, database, mode).configuration(others);
    List<Bot> started =
        IntStream.range(0, processes)
            .mapToObj(number -> start.bot(this, configuration, number))
            .toList();
    connect(started);
    return started;
  }

  private void connect(List<Bot> running) {
    mode.connect(slack, running.stream().map(bot -> url(bot, "/slack/events")).toArray(URI[]::new));
  }

  /** Stops the bot as SIGTERM does and restarts it on the same record. */
  void restarts() {
    restarts(Map.of());
  }

  void restarts(Map<String, String> settings) {
    bots.forEach(Bot::close);
    others.putAll(settings);
    bots = start();
  }

  /** Stops all processes but one. */
  void isLeftTo(int survivor) {
    IntStream.range(0, bots.size())
        .filter(number -> number != survivor)
        .forEach(number -> bots.get(number).close());
    bots = List.of(bots.get(survivor));
    connect(bots);
  }

  /** Stops the bot, lets time pass without it, and restarts it on the same record. */
  void isDownFor(Duration time) {
    rests();
    bots.forEach(Bot::close);
    clock.passes(time);
    bots = start();
  }

  URI url(String path) {
    return url(bots.get(0), path);
  }

  private static URI url(Bot bot, String path) {
    return URI.create("http://127.0.0.1:" + bot.port() + path);
  }

  /**
   * Lets time pass for bot, Slack and Zoho alike, once the bot has done what is due now: otherwise
   * a pause that it measures from now could start too late.
   */
  void passes(Duration time) {
    rests();
    clock.passes(time);
    bots.forEach(Bot::wakeUp);
  }

  /** Waits until the bot has done what is due now. */
  void rests() {
    await().atMost(PATIENCE).until(() -> record().isAtRest(clock.instant()));
  }

  /** The newest message of the channel that matches, once there is one. */
  SlackMessage card(Predicate<SlackMessage> wanted) {
    return slack.await(() -> cards().stream().filter(wanted).findFirst(), PATIENCE);
  }

  /** The message of the channel that contains all of these, once there is one. */
  SlackMessage card(String... words) {
    return card(message -> Stream.of(words).allMatch(message.plainText()::contains));
  }

  /** The messages of the channel, and cards in their threads, but not what is said there. */
  List<SlackMessage> cards() {
    return slack.messages(CHANNEL).stream()
        .filter(it -> it.threadTs().isEmpty() || !it.blocks().toString().contains("rich_text"))
        .toList();
  }

  /** Whether a message of the channel contains all of these. */
  boolean hasCard(String... words) {
    return cards().stream()
        .map(SlackMessage::plainText)
        .anyMatch(text -> Stream.of(words).allMatch(text::contains));
  }

  /** The buttons that decide something, without those that open a modal or request it again. */
  static List<SlackButton> decisions(SlackMessage card) {
    return card.buttons().stream()
        .filter(it -> !it.label().equals(ASK_TO_UNBLOCK))
        .filter(it -> !it.actionId().equals("ask-again"))
        .toList();
  }

  /** Runs both at the same time, and returns when both are done. */
  static void together(Runnable one, Runnable other) {
    CyclicBarrier start = new CyclicBarrier(2);
    CompletableFuture.allOf(
            Stream.of(one, other)
                .map(each -> CompletableFuture.runAsync(() -> meet(start, each)))
                .toArray(CompletableFuture[]::new))
        .join();
  }

  private static void meet(CyclicBarrier start, Runnable then) {
    try {
      start.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
    then.run();
  }

  Audited record() {
    return new Audited(database);
  }

  boolean isBlocked(String address) {
    return zoho.account(address).orElseThrow().outgoingBlocked();
  }

  @Override
  public void close() {
    bots.forEach(Bot::close);
    slack.close();
    zoho.close();
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
