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

@FunctionalInterface
public interface CodePrompt {

  /** Asks once, on {@code err}; empty without an answer. */
  Optional<Secret> ask(PrintWriter err);

  /** Hides what is typed on a terminal; without one, reads a line of {@code input}. */
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

  static Optional<Secret> secret(@Nullable String text) {
    return Optional.ofNullable(text)
        .map(String::strip)
        .filter(code -> !code.isEmpty())
        .map(Secret::new);
  }
}
