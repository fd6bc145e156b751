package dev.mailbrake.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mailbrake.Bot;
import dev.mailbrake.sandbox.database.FreshDatabase;
import dev.mailbrake.sandbox.page.SandboxPage;
import dev.mailbrake.sandbox.page.ShiftedClock;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import dev.mailbrake.sandbox.zoho.SampleOrganization;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The running sandbox: the bot, the two stand-ins around it, and the page in front of them. */
public final class Sandbox implements AutoCloseable {

  private static final String PORT = "SANDBOX_PORT";

  /** {@code http} (the default) or {@code socket}. */
  private static final String MODE = "SANDBOX_SLACK";

  private static final String DEFAULT_PORT = "8080";

  /** Long enough to see the bot wait, short enough to sit through. */
  private static final Duration SLOW = Duration.ofSeconds(4);

  /**
   * Features that are off by default but worth seeing: a second approver, and the audit channel.
   */
  private static final Map<String, String> DEMO_SETTINGS =
      Map.of(
          "MAILBRAKE_PROTECTED", SampleOrganization.PAULA,
          "MAILBRAKE_AUDIT_CHANNEL", SampleWorkspace.MAIL_AUDIT);

  private final TemporaryFolder folder;
  private final FakeSlack slack;
  private final FakeZoho zoho;
  private final Bot bot;
  private final SandboxPage page;

  private Sandbox(TemporaryFolder folder, int port, SandboxMode mode, ShiftedClock clock) {
    this.folder = folder;
    slack = FakeSlack.start(clock);
    zoho = FakeZoho.start(clock);
    zoho.settings().delay(SLOW);
    BotEnvironment environment =
        new BotEnvironment(slack, zoho, FreshDatabase.in(folder.path()), mode);
    bot = Bot.start(environment.configuration(DEMO_SETTINGS), clock);
    mode.connect(slack, URI.create("http://127.0.0.1:" + bot.port() + "/slack/events"));
    page = SandboxPage.start(port, slack, zoho, clock);
  }

  /**
   * Starts everything, with no requests and no messages yet.
   *
   * @param port the page's port; any free one if it is 0 or taken
   */
  public static Sandbox start(int port) {
    return start(port, SandboxMode.HTTP);
  }

  private static Sandbox start(int port, SandboxMode mode) {
    TemporaryFolder folder = TemporaryFolder.create();
    try {
      return new Sandbox(folder, port, mode, new ShiftedClock(Clock.systemUTC()));
    } catch (RuntimeException failed) {
      folder.close();
      throw failed;
    }
  }

  /** Runs until the process is stopped. */
  public static void main(String[] arguments) throws InterruptedException {
    int port = Integer.parseInt(System.getenv().getOrDefault(PORT, DEFAULT_PORT));
    SandboxMode mode = SandboxMode.named(System.getenv().getOrDefault(MODE, "http"));
    PrintStream console = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    console.println("Mailbrake sandbox: starting a local Slack, a local Zoho and the bot");
    Sandbox sandbox = start(port, mode);
    Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-end"));
    console.println(
        "Mailbrake sandbox: " + sandbox.url() + " (" + mode + "), press Ctrl-C to stop");
    new CountDownLatch(1).await();
  }

  public URI url() {
    return page.url();
  }

  @Override
  public void close() {
    page.close();
    bot.close();
    zoho.close();
    slack.close();
    folder.close();
  }
}
