package dev.mailbrake.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * A command's surroundings.
 *
 * @param user the operating system's user name
 * @param charset the terminal's; unless it is UTF-8, what people read is pure ASCII
 * @param out only for the command's result
 * @param err for everything else that people read
 */
public record Shell(
    Map<String, String> environment,
    Clock clock,
    String user,
    Charset charset,
    OutputStream out,
    PrintWriter err) {

  /** Of a terminal with UTF-8. */
  public Shell(
      Map<String, String> environment,
      Clock clock,
      String user,
      OutputStream out,
      PrintWriter err) {
    this(environment, clock, user, StandardCharsets.UTF_8, out, err);
  }

  /** Prints a result. */
  public void print(List<String> lines) {
    PrintWriter writer = text();
    lines.forEach(writer::println);
    writer.flush();
  }

  /** A new writer of text to {@link #out}. */
  public PrintWriter text() {
    return text(out, charset);
  }

  public static PrintWriter text(OutputStream stream, Charset charset) {
    Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    boolean isUnicode = charset.equals(StandardCharsets.UTF_8);
    return new PrintWriter(isUnicode ? writer : new AsciiWriter(writer), true);
  }
}
