package dev.mailbrake.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.deque.html.axecore.providers.EmbeddedResourceAxeProvider;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium, headless and with its own profile; nothing is downloaded for it. */
final class Chromium implements AutoCloseable {

  private static final File BROWSER = new File("/usr/bin/chromium");
  private static final File DRIVER = new File("/usr/bin/chromedriver");
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final List<String> FLAGS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-dev-shm-usage",
          "--window-size=1280,860");

  private static final String AXE = resource("/axe.min.js");

  private static final String RUN_AXE =
      """
      const done = arguments[0];
      const line = found => `${found.impact} ${found.id}: `
          + found.nodes.map(node => node.target.join(' ')).join(', ');
      axe.run().then(all => done(all.violations.map(line).join('; ')), done);
      """;

  /** Selenium warns that it lacks the bindings for this version, which are not used here. */
  private static final Logger CHATTER = Logger.getLogger("org.openqa.selenium");

  private final Path profile;
  private final ChromeDriver driver;

  private Chromium(Path profile, ChromeDriver driver) {
    this.profile = profile;
    this.driver = driver;
  }

  /** If the browser is not installed, the test fails on CI and is skipped elsewhere. */
  static Chromium start() throws IOException {
    if (!BROWSER.canExecute() || !DRIVER.canExecute()) {
      missing();
    }
    CHATTER.setLevel(Level.SEVERE);
    Path profile = Files.createTempDirectory("mailbrake-chromium-");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER)
            .usingAnyFreePort()
            .withSilent(true)
            .build();
    return new Chromium(profile, new ChromeDriver(service, options(profile)));
  }

  private static String resource(String path) {
    try (InputStream script = EmbeddedResourceAxeProvider.class.getResourceAsStream(path)) {
      return new String(requireNonNull(script, path).readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void missing() {
    String remedy = BROWSER + " or " + DRIVER + " is missing: apt-get install chromium-driver";
    if ("true".equals(System.getenv("CI"))) {
      fail(remedy);
    }
    abort(remedy);
  }

  private static ChromeOptions options(Path profile) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(BROWSER);
    options.addArguments(FLAGS);
    options.addArguments("--user-data-dir=" + profile);
    LoggingPreferences logging = new LoggingPreferences();
    logging.enable(LogType.BROWSER, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logging);
    return options;
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Opens the page in a view of this size. */
  void open(URI page, int width, int height) {
    look(width, height);
    prefer("light");
    driver.get(page.toString());
  }

  void look(int width, int height) {
    Map<String, Object> screen =
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false);
    var unused = driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", screen);
  }

  /** Sets what the user prefers: this color scheme, and reduced motion. */
  void prefer(String colorScheme) {
    List<Map<String, String>> features =
        List.of(
            Map.of("name", "prefers-color-scheme", "value", colorScheme),
            Map.of("name", "prefers-reduced-motion", "value", "reduce"));
    var unused =
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", features));
  }

  /** The text that a script in the page returns. */
  String evaluate(String script) {
    return String.valueOf(driver.executeScript(script));
  }

  /** The problems that axe-core finds on the page in its present state; empty if none. */
  String violations() {
    var unused = driver.executeScript(AXE);
    return String.valueOf(driver.executeAsyncScript(RUN_AXE));
  }

  void screenshot(String name) throws IOException {
    Files.createDirectories(SCREENSHOTS);
    Files.write(SCREENSHOTS.resolve(name), driver.getScreenshotAs(OutputType.BYTES));
  }

  /** Leaves the page, whose console must be empty. */
  void leave() {
    List<LogEntry> complaints =
        driver.manage().logs().get(LogType.BROWSER).getAll().stream()
            .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
            .toList();
    driver.get("about:blank");
    assertThat(complaints).as("the page's console").isEmpty();
  }

  @Override
  public void close() throws IOException {
    driver.quit();
    try (Stream<Path> files = Files.walk(profile)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
