package dev.mailbrake.cli;

import dev.mailbrake.config.Secret;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The question for the code. */
@FunctionalInterface
public interface CodePrompt {

  /**
   * Asks once.
   *
   * @param err where the question is put
   * @return what was answered; empty if nothing was
   */
  Optional<Secret> ask(PrintWriter err);

  /**
   * Hides what is typed where there is a terminal on both sides; elsewhere reads a line.
   *
   * @param console the machine's, or null where it has none
   */
  static CodePrompt of(@Nullable Console console, InputStream input) {
    return err -> {
      err.print("Code: ");
      err.flush();
      Optional<Secret> code = secret(console == null ? line(input) : typed(console.readPassword()));
      err.println();
      return code;
    };
  }

  private static String typed(char @Nullable [] letters) {
    return letters == null ? "" : new String(letters);
  }

  private static @Nullable String line(InputStream input) {
    try {
      return new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)).readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** White space around it is no part of it; none of it is none. */
  static Optional<Secret> secret(@Nullable String text) {
    return Optional.ofNullable(text)
        .map(String::strip)
        .filter(code -> !code.isEmpty())
        .map(Secret::new);
  }
}
