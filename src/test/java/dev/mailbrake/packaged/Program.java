package dev.mailbrake.packaged;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged jar, running as a process of its own. */
final class Program implements AutoCloseable {
  private final Process process;
  private final Path output;

  private Program(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts {@code java -jar target/mailbrake.jar}.
   *
   * @param environment all that it has; nothing of this process's own
   */
  static Program start(Path directory, Map<String, String> environment, String... arguments)
      throws IOException {
    Path output = Files.createTempFile(directory, "output", ".log");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(java, "-Dfile.encoding=UTF-8", "-jar", jar())
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.command().addAll(List.of(arguments));
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new Program(builder.start(), output);
  }

  static String jar() {
    return new File(System.getProperty("mailbrake.jar", "target/mailbrake.jar")).getAbsolutePath();
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  /** The exit status, once the program has ended by itself. */
  int endsWithin(Duration time) throws InterruptedException, IOException {
    if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("still running after " + time + ":\n" + output());
    }
    return process.exitValue();
  }

  /** SIGTERM. */
  void isAskedToEnd() {
    process.destroy();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** The status that a health address answers with; 0 while nobody listens. */
  static int get(URI address) {
    try {
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
          .statusCode();
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
