package dev.mailbrake.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * A command's surroundings.
 *
 * @param user the operating system's user name
 * @param out only for the command's result
 * @param err for everything else that people read
 */
public record Shell(
    Map<String, String> environment, Clock clock, String user, OutputStream out, PrintWriter err) {

  /** Prints a result. */
  public void print(List<String> lines) {
    PrintWriter writer = new PrintWriter(out, false, StandardCharsets.UTF_8);
    lines.forEach(writer::println);
    writer.flush();
  }
}
