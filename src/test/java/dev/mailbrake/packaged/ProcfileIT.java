package dev.mailbrake.packaged;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mailbrake.sandbox.BotEnvironment;
import dev.mailbrake.sandbox.database.FreshDatabase;
import dev.mailbrake.sandbox.process.BotProcess;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The processes of the Procfile, started as a platform starts them on its smallest machine. */
@Execution(ExecutionMode.CONCURRENT)
class ProcfileIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** The time from SIGTERM that a platform gives a process, less what sending it takes. */
  private static final Duration GRACE = Duration.ofSeconds(25);

  private static final long MEBIBYTES_OF_THE_SMALLEST_MACHINE = 512;

  /** As Heroku's buildpack for the JVM sets it; its heap settings take precedence. */
  private static final String GIVEN_BY_THE_PLATFORM =
      "-Xmx300m -Xss512k -XX:CICompilerCount=2 -Dfile.encoding=UTF-8";

  @AutoClose private final FakeSlack slack = FakeSlack.start(Clock.systemUTC());
  @AutoClose private final FakeZoho zoho = FakeZoho.start(Clock.systemUTC());
  @TempDir private Path directory;

  @BeforeEach
  void isBuilt() throws Exception {
    Path jar = Files.createDirectories(directory.resolve("target")).resolve("mailbrake.jar");
    Files.createSymbolicLink(jar, Path.of(BotProcess.jar()));
  }

  private static String line(String process) throws Exception {
    return Files.readAllLines(Path.of("Procfile")).stream()
        .filter(line -> line.startsWith(process + ": "))
        .map(line -> line.substring(process.length() + 2))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, String> environment() {
    Map<String, String> environment =
        new HashMap<>(new BotEnvironment(slack, zoho, FreshDatabase.onPostgres()).environment());
    environment.remove("PORT");
    environment.put("JAVA_TOOL_OPTIONS", GIVEN_BY_THE_PLATFORM);
    environment.put("JAVA_OPTS", "-Djava.io.tmpdir=" + directory + " -Xlog:gc");
    return environment;
  }

  @Test
  void servesSlackFromItsWebProcess() throws Exception {
    String port = Integer.toString(BotProcess.freePort());
    Map<String, String> environment = environment();
    environment.put("PORT", port);
    try (BotProcess web = BotProcess.startByShell(directory, environment, line("web"))) {
      slack.connect(URI.create("http://127.0.0.1:" + port + "/slack/events"));
      URI ready = URI.create("http://127.0.0.1:" + port + "/health/ready");
      await().atMost(PATIENCE).until(() -> BotProcess.get(ready) == 200);

      answersACommand();
      staysSmallAndEndsInTime("web", web);
    }
  }

  @Test
  void needsNoPortForItsWorkerProcess() throws Exception {
    Map<String, String> environment = environment();
    environment.remove("SLACK_SIGNING_SECRET");
    environment.put("SLACK_APP_TOKEN", FakeSlack.APP_TOKEN);
    slack.connectBySocket();
    try (BotProcess worker = BotProcess.startByShell(directory, environment, line("worker"))) {
      await()
          .atMost(PATIENCE)
          .until(() -> worker.output().contains("connected to Slack by Socket Mode"));
      answersACommand();

      staysSmallAndEndsInTime("worker", worker);
    }
  }

  private void answersACommand() {
    slack.as(ADA).in(MAIL_SECURITY).types("/mail-status rebecca@zylker.com");
    slack.awaitEphemeral(ADA, message -> message.plainText().contains("rebecca@zylker.com"));
  }

  private static void staysSmallAndEndsInTime(String name, BotProcess program) throws Exception {
    long peak = program.peakMebibytes();
    System.out.println("Procfile: " + name + " took " + peak + " MiB at most");
    assertThat(peak).isLessThan(MEBIBYTES_OF_THE_SMALLEST_MACHINE);
    program.terminate();
    assertThat(program.awaitExit(GRACE)).isEqualTo(143);
    assertThat(program.output()).contains("Using Serial", "stopped");
  }
}
