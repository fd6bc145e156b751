package dev.mailbrake.sandbox.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged jar, running as a separate process. */
public final class BotProcess implements AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  /** For callers who start it often: it starts twice as fast, and nothing runs for long. */
  private static final List<String> QUICK_START_OPTIONS =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final Process process;
  private final Path output;

  private BotProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts {@code java -jar target/mailbrake.jar}.
   *
   * @param environment the complete environment; nothing is inherited
   */
  public static BotProcess start(
      Path directory, Map<String, String> environment, String... arguments) throws IOException {
    return start(javaCommands(), List.of(), directory, environment, arguments);
  }

  /**
   * The same on another JDK.
   *
   * @param javaHome the JDK's directory
   */
  public static BotProcess startOn(Path javaHome, Path directory, Map<String, String> environment)
      throws IOException {
    return start(javaHome.resolve("bin"), List.of(), directory, environment);
  }

  /** The same with a JVM that starts sooner and runs more slowly. */
  public static BotProcess startQuickly(Path directory, Map<String, String> environment)
      throws IOException {
    return start(javaCommands(), QUICK_START_OPTIONS, directory, environment);
  }

  /** The same with another main class, found next to the jar's classes. */
  public static BotProcess startQuickly(
      Path directory, Map<String, String> environment, Class<?> main, String... arguments)
      throws IOException {
    String classes = main.getProtectionDomain().getCodeSource().getLocation().getPath();
    List<String> command = command(javaCommands(), QUICK_START_OPTIONS, directory);
    command.addAll(List.of("-cp", jar() + File.pathSeparator + classes, main.getName()));
    command.addAll(List.of(arguments));
    return started(command, directory, environment);
  }

  private static BotProcess start(
      Path javaCommands,
      List<String> options,
      Path directory,
      Map<String, String> environment,
      String... arguments)
      throws IOException {
    List<String> command = command(javaCommands, options, directory);
    command.addAll(List.of("-jar", jar()));
    command.addAll(List.of(arguments));
    return started(command, directory, environment);
  }

  private static List<String> command(Path javaCommands, List<String> options, Path directory) {
    List<String> command = new ArrayList<>();
    command.add(javaCommands.resolve("java").toString());
    command.addAll(options);
    // A killed process leaves its unpacked SQLite library behind.
    command.add("-Djava.io.tmpdir=" + directory);
    command.add("-Dfile.encoding=UTF-8");
    return command;
  }

  /** Runs a shell command line, as a platform does, with this process's JDK on the path. */
  public static BotProcess startByShell(
      Path directory, Map<String, String> environment, String line) throws IOException {
    Map<String, String> withPath = new HashMap<>(environment);
    withPath.put("PATH", javaCommands() + ":/usr/bin:/bin");
    return started(List.of("bash", "-c", line), directory, withPath);
  }

  private static Path javaCommands() {
    return Path.of(System.getProperty("java.home"), "bin");
  }

  private static BotProcess started(
      List<String> command, Path directory, Map<String, String> environment) throws IOException {
    Path output = Files.createTempFile(directory, "output", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new BotProcess(builder.start(), output);
  }

  public static String jar() {
    return new File(System.getProperty("mailbrake.jar", "target/mailbrake.jar")).getAbsolutePath();
  }

  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Everything printed so far. */
  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException gone) {
      throw new UncheckedIOException("cannot read the program's output", gone);
    }
  }

  /** Waits for the program to end on its own; returns its exit status. */
  public int awaitExit(Duration time) throws InterruptedException {
    if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("still running after " + time + ":\n" + output());
    }
    return process.exitValue();
  }

  /** The peak resident memory in MiB, according to the kernel. */
  public long peakMebibytes() throws IOException {
    try (Stream<String> lines =
        Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElseThrow();
    }
  }

  /** SIGTERM; returns at once. */
  public void terminate() {
    process.destroy();
  }

  /** SIGKILL; returns once the process is gone. May be repeated. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** The HTTP status of a health address; 0 while nobody listens. */
  public static int get(URI address) {
    try {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build();
      return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException notYet) {
      return 0;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
