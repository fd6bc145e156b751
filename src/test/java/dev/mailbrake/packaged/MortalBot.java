package dev.mailbrake.packaged;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mailbrake.sandbox.BotEnvironment;
import dev.mailbrake.sandbox.database.FreshDatabase;
import dev.mailbrake.sandbox.process.BotProcess;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.messages.SlackButton;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * The bot as a process between its own FakeSlack and FakeZoho, which is killed once, where a test
 * says.
 */
final class MortalBot implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofMinutes(2);

  final FakeSlack slack = FakeSlack.start(Clock.systemUTC());
  final FakeZoho zoho = FakeZoho.start(Clock.systemUTC());
  final Jdbi record;

  private final Path directory;
  private final FreshDatabase database;
  private final Map<String, String> settings;
  private final AtomicBoolean killed = new AtomicBoolean();
  private volatile Optional<BotProcess> program = Optional.empty();

  /**
   * @param settings environment variables in addition to the usual ones
   */
  MortalBot(Path directory, FreshDatabase database, Map<String, String> settings) {
    this.directory = directory;
    this.database = database;
    this.settings = Map.copyOf(settings);
    record = Jdbi.create(database::connect);
  }

  /** Starts or restarts it on the same record; nothing kills it until a test says where. */
  void start() throws Exception {
    int port = BotProcess.freePort();
    Map<String, String> environment =
        new HashMap<>(new BotEnvironment(slack, zoho, database).environment());
    environment.putAll(settings);
    environment.put("PORT", Integer.toString(port));
    killed.set(false);
    slack.beforeCall(any -> true);
    slack.onCall("chat.postMessage", () -> {});
    zoho.beforeRequest(any -> true);
    zoho.onWrite(any -> {});
    program = Optional.of(BotProcess.startQuickly(directory, environment));
    slack.connect(URI.create("http://127.0.0.1:" + port + "/slack/events"));
    await()
        .atMost(PATIENCE)
        .until(
            () -> BotProcess.get(URI.create("http://127.0.0.1:" + port + "/health/ready")) == 200);
  }

  /** False, because the answers of a killed process reach nobody. */
  boolean dies() {
    diesOnce();
    return false;
  }

  void diesOnce() {
    if (killed.compareAndSet(false, true)) {
      program.orElseThrow().kill();
    }
  }

  void awaitDeath() {
    await().atMost(PATIENCE).until(() -> !program.orElseThrow().isAlive());
    assertThat(killed).isTrue();
  }

  /** The message that the record knows and that contains all of these, once there is one. */
  SlackMessage card(String... words) {
    return card(message -> Stream.of(words).allMatch(message.plainText()::contains));
  }

  /** A message that a crash has cut off from the record has no buttons. */
  SlackMessage cardToDecide() {
    return card(message -> !decisions(message).isEmpty());
  }

  private SlackMessage card(Predicate<SlackMessage> wanted) {
    return await()
        .atMost(PATIENCE)
        .ignoreException(NoSuchElementException.class)
        .until(() -> shown().stream().filter(wanted).findFirst().orElseThrow(), any -> true);
  }

  private List<SlackMessage> shown() {
    List<String> onRecord = column("select message from cards");
    return cards().stream().filter(message -> onRecord.contains(message.ts())).toList();
  }

  /** The messages of the channel, without their threads. */
  List<SlackMessage> cards() {
    return slack.messages(MAIL_SECURITY).stream()
        .filter(it -> it.threadTs().isEmpty() || !it.blocks().toString().contains("rich_text"))
        .toList();
  }

  /** The buttons that decide something, without those that only open a modal. */
  static List<SlackButton> decisions(SlackMessage card) {
    return card.buttons().stream().filter(it -> !it.actionId().equals("ask-to-allow")).toList();
  }

  List<String> states() {
    return column("select state from requests order by asked_at");
  }

  List<String> column(String query) {
    return record.withHandle(handle -> handle.createQuery(query).mapTo(String.class).list());
  }

  @Override
  public void close() {
    program.ifPresent(BotProcess::kill);
    slack.close();
    zoho.close();
  }
}
