package dev.mailbrake.packaged;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mailbrake.config.Setting;
import dev.mailbrake.sandbox.BotEnvironment;
import dev.mailbrake.sandbox.database.FreshDatabase;
import dev.mailbrake.sandbox.process.BotProcess;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import dev.mailbrake.sandbox.zoho.RequestKind;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import dev.mailbrake.store.Database;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedJarIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @AutoClose private final FakeSlack slack = FakeSlack.start(Clock.systemUTC());
  @AutoClose private final FakeZoho zoho = FakeZoho.start(Clock.systemUTC());
  @TempDir private Path directory;

  private Map<String, String> environment(int port) {
    Map<String, String> environment =
        new HashMap<>(
            new BotEnvironment(slack, zoho, FreshDatabase.file(Path.of("made", "by", "itself.db")))
                .environment());
    environment.put("PORT", Integer.toString(port));
    return environment;
  }

  private BotProcess serve(int port) throws Exception {
    BotProcess program = BotProcess.start(directory, environment(port));
    slack.connect(URI.create("http://127.0.0.1:" + port + "/slack/events"));
    await()
        .atMost(PATIENCE)
        .until(
            () -> BotProcess.get(URI.create("http://127.0.0.1:" + port + "/health/ready")) == 200);
    return program;
  }

  @Test
  void blocksAMailboxAndStopsInTimeWhenAsked() throws Exception {
    int port = BotProcess.freePort();
    try (BotProcess program = serve(port)) {
      blocksRebecca();
      program.terminate();
      assertThat(program.awaitExit(Duration.ofSeconds(25))).isEqualTo(143);
      assertThat(program.output())
          .contains("serves on port " + port, "stopped")
          .doesNotContain(FakeSlack.BOT_TOKEN, FakeSlack.SIGNING_SECRET)
          .doesNotContain(FakeZoho.CLIENT_SECRET, FakeZoho.REFRESH_TOKEN, "/response/");
    }
  }

  @Test
  void releasesAChangeThatZohoDoesNotAnswerAndAppliesItAfterARestart() throws Exception {
    int port = BotProcess.freePort();
    zoho.settings().delay(Duration.ofSeconds(30));
    try (BotProcess program = serve(port)) {
      SlackMessage card = asks();
      zoho.inject(ZohoFault.SILENT_AFTER_WRITE.times(1));
      slack.as(SampleWorkspace.ADA).clicks(card, "Block outgoing mail");
      zoho.await(it -> it.writes().size() == 1, PATIENCE);
      program.terminate();
      program.awaitExit(Duration.ofSeconds(25));
    }
    try (BotProcess program = serve(port)) {
      slack.await(() -> verified(), PATIENCE);
      assertThat(zoho.writes()).hasSize(1);
      assertThat(program.isAlive()).isTrue();
    }
  }

  @Test
  void refusesASecondProcessOnTheSameFileUntilTheFirstIsKilled() throws Exception {
    int port = BotProcess.freePort();
    try (BotProcess first = serve(port);
        BotProcess second = BotProcess.start(directory, environment(BotProcess.freePort()))) {
      assertThat(second.awaitExit(PATIENCE)).isEqualTo(69);
      assertThat(second.output())
          .contains("Mailbrake cannot start: another Mailbrake is using ", "itself.db")
          .contains("Stop that one first")
          .doesNotContain("\tat ");
      assertThat(first.isAlive()).isTrue();

      first.kill();
      try (BotProcess third = serve(port)) {
        assertThat(third.isAlive()).isTrue();
      }
    }
  }

  @Test
  void keepsIdleConnectionsToZohoForSecondsOnly() throws Exception {
    try (BotProcess program = serve(BotProcess.freePort())) {
      asks();
      assertThat(zoho.connections()).isPositive();
      await().atMost(Duration.ofSeconds(30)).until(() -> zoho.connections() == 0);
      assertThat(program.isAlive()).isTrue();
    }
  }

  /**
   * By default, Java's client repeats a call on a broken connection without the budget's knowledge.
   */
  @Test
  void countsEveryRepeatedCallToZoho() throws Exception {
    try (BotProcess program = serve(BotProcess.freePort())) {
      asks();
      zoho.inject(ZohoFault.HANG_UP.on(RequestKind.READ));
      int before = zoho.requests().size();
      slack
          .as(SampleWorkspace.ADA)
          .in(SampleWorkspace.MAIL_SECURITY)
          .types("/mail-status rebecca@zylker.com");
      slack.await(() -> told("dropped the connection"), PATIENCE);
      assertThat(zoho.requests().size() - before).as("a read and its one repeat").isEqualTo(2);
      assertThat(program.isAlive()).isTrue();
    }
  }

  private Optional<SlackMessage> told(String words) {
    return slack.ephemerals(SampleWorkspace.ADA).stream()
        .filter(message -> message.plainText().contains(words))
        .findFirst();
  }

  @Test
  void containsNothingOfSandboxAndBenchmarks() throws Exception {
    try (JarFile jar = new JarFile(BotProcess.jar())) {
      assertThat(jar.stream().map(JarEntry::getName))
          .contains("dev/mailbrake/Mailbrake.class")
          .noneMatch(name -> name.startsWith("dev/mailbrake/sandbox"))
          .noneMatch(name -> name.startsWith("dev/mailbrake/bench"));
    }
  }

  @Test
  void stopsInTimeThoughSomebodySendsAnEndlessRequest() throws Exception {
    int port = BotProcess.freePort();
    try (BotProcess program = serve(port);
        Socket endless = new Socket(InetAddress.getLoopbackAddress(), port)) {
      endless
          .getOutputStream()
          .write(
              "POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\na"
                  .getBytes(UTF_8));
      program.terminate();
      program.awaitExit(Duration.ofSeconds(25));
      assertThat(program.output()).contains("stopped");
    }
  }

  @Test
  void refusesToStartAndListsEveryProblem() throws Exception {
    try (BotProcess program =
        BotProcess.start(directory, Map.of("MAILBRAKE_APROVERS", "U012AB3CD"))) {
      assertThat(program.awaitExit(PATIENCE)).isEqualTo(78);
      assertThat(program.output())
          .contains("MAILBRAKE_APROVERS isn't a setting")
          .contains(
              Arrays.stream(Setting.values())
                  .filter(setting -> setting.defaultValue().equals(Setting.REQUIRED))
                  .map(Setting::name)
                  .toList());
    }
  }

  @Test
  void saysWhyADatabaseCannotBeOpened() throws Exception {
    Map<String, String> environment =
        new HashMap<>(
            new BotEnvironment(slack, zoho, FreshDatabase.file(Path.of("/dev/null/x.db")))
                .environment());
    try (BotProcess program = BotProcess.start(directory, environment)) {
      assertThat(program.awaitExit(PATIENCE)).isEqualTo(69);
      assertThat(program.output()).contains("cannot start", "directory /dev/null");
    }
  }

  @Test
  void leavesAFileOfANewerVersionAloneAndSaysWhatToDo() throws Exception {
    Path file = directory.resolve("mailbrake.db");
    FreshDatabase place = FreshDatabase.file(file);
    Database.open(place.settings()).close();
    try (Connection newer = place.connect();
        Statement statement = newer.createStatement()) {
      statement.execute(
          """
          insert into flyway_schema_history
          select 99, '99', description, type, script, checksum, installed_by, installed_on,
            execution_time, success
          from flyway_schema_history where version = '2'
          """);
      statement.execute("alter table audit_log add column witness text");
    }
    byte[] before = Files.readAllBytes(file);

    try (BotProcess program =
        BotProcess.start(directory, new BotEnvironment(slack, zoho, place).environment())) {
      assertThat(program.awaitExit(PATIENCE)).isEqualTo(69);
      assertThat(program.output())
          .contains("cannot start", "a newer version of Mailbrake has written it")
          .contains("Start that version, or restore the backup made before it")
          .doesNotContain("\tat ");
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void printsItsVersionAndWhereTheHelpIs() throws Exception {
    try (BotProcess version = BotProcess.start(directory, Map.of(), "--version");
        BotProcess wrong = BotProcess.start(directory, Map.of(), "frobnicate")) {
      assertThat(version.awaitExit(PATIENCE)).isZero();
      assertThat(version.output()).matches("(?s).*mailbrake [0-9]+\\.[0-9]+\\.[0-9]+.*");
      assertThat(wrong.awaitExit(PATIENCE)).isEqualTo(64);
      assertThat(wrong.output())
          .contains("mailbrake has no command 'frobnicate'.", "Run 'mailbrake help'");
    }
  }

  @Test
  void goesByTheLocaleInWhatItPrints() throws Exception {
    try (BotProcess plain = BotProcess.start(directory, Map.of("LC_ALL", "C"), "help", "check");
        BotProcess unicode =
            BotProcess.start(directory, Map.of("LC_ALL", "C.UTF-8"), "help", "check")) {
      assertThat(plain.awaitExit(PATIENCE)).isZero();
      assertThat(plain.output()).contains("[ok] passed").matches("\\p{ASCII}+");
      assertThat(unicode.awaitExit(PATIENCE)).isZero();
      assertThat(unicode.output()).contains("✓ passed");
    }
  }

  private void blocksRebecca() {
    slack.as(SampleWorkspace.ADA).clicks(asks(), "Block outgoing mail");
    slack.await(() -> verified(), PATIENCE);
    assertThat(zoho.account(REBECCA).orElseThrow().outgoingBlocked()).isTrue();
  }

  private SlackMessage asks() {
    slack
        .as(SampleWorkspace.ADA)
        .in(SampleWorkspace.MAIL_SECURITY)
        .types("/mail-block rebecca@zylker.com sends phishing");
    return slack.awaitMessage(
        SampleWorkspace.MAIL_SECURITY, message -> !message.buttons().isEmpty());
  }

  private Optional<SlackMessage> verified() {
    return slack.messages(SampleWorkspace.MAIL_SECURITY).stream()
        .filter(message -> message.plainText().contains("Blocked, verified"))
        .findFirst();
  }
}
