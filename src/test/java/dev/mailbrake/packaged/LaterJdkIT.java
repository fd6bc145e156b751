package dev.mailbrake.packaged;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.mailbrake.sandbox.BotEnvironment;
import dev.mailbrake.sandbox.SandboxMode;
import dev.mailbrake.sandbox.database.FreshDatabase;
import dev.mailbrake.sandbox.process.BotProcess;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The jar that JDK 17 has built, on JDK 25 if one is installed: {@code JAVA_HOME_25} names it, or
 * it is next to the JDK that runs this.
 */
@Execution(ExecutionMode.CONCURRENT)
class LaterJdkIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path directory;

  @Test
  void servesOnJdk25WithoutAWarning() throws Exception {
    Optional<Path> jdk25 = jdk25();
    assumeThat(jdk25).as("a JDK 25").isPresent();
    int port = BotProcess.freePort();
    try (FakeSlack slack = FakeSlack.start(Clock.systemUTC());
        FakeZoho zoho = FakeZoho.start(Clock.systemUTC());
        BotProcess program =
            BotProcess.startOn(jdk25.get(), directory, environment(slack, zoho, port))) {
      slack.connectBySocket();
      URI ready = URI.create("http://127.0.0.1:" + port + "/health/ready");
      await().atMost(PATIENCE).until(() -> BotProcess.get(ready) == 200);
      slack.as(ADA).in(MAIL_SECURITY).types("/mail-status rebecca@zylker.com");
      slack.awaitEphemeral(ADA, message -> message.plainText().contains("rebecca@zylker.com"));

      program.terminate();
      assertThat(program.awaitExit(Duration.ofSeconds(25))).isEqualTo(143);
      assertThat(program.output()).contains("stopped").doesNotContainIgnoringCase("warn");
    }
  }

  /** In Socket Mode and on SQLite, which depend most on the JDK's internals. */
  private Map<String, String> environment(FakeSlack slack, FakeZoho zoho, int port) {
    FreshDatabase database = FreshDatabase.file(directory.resolve("mailbrake.db"));
    Map<String, String> environment =
        new HashMap<>(new BotEnvironment(slack, zoho, database, SandboxMode.SOCKET).environment());
    environment.put("PORT", Integer.toString(port));
    return environment;
  }

  private static Optional<Path> jdk25() throws IOException {
    try (Stream<Path> neighbors = Files.list(Path.of(System.getProperty("java.home"), ".."))) {
      Stream<Path> named = Stream.ofNullable(System.getenv("JAVA_HOME_25")).map(Path::of);
      return Stream.concat(named, neighbors).filter(LaterJdkIT::isJdk25).findFirst();
    }
  }

  private static boolean isJdk25(Path directory) {
    try {
      return Files.readString(directory.resolve("release")).contains("JAVA_VERSION=\"25");
    } catch (IOException noJdk) {
      return false;
    }
  }
}
