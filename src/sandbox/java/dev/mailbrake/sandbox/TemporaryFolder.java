package dev.mailbrake.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A new folder, private to the user; closing it deletes it and its contents. */
public record TemporaryFolder(Path path) implements AutoCloseable {

  public static TemporaryFolder create() {
    try {
      return new TemporaryFolder(Files.createTempDirectory("mailbrake-sandbox-"));
    } catch (IOException broken) {
      throw new UncheckedIOException("Cannot create a temporary folder", broken);
    }
  }

  /** May be repeated. */
  @Override
  public void close() {
    try {
      for (Path each : deepestFirst()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("Cannot delete " + path, broken);
    }
  }

  private List<Path> deepestFirst() throws IOException {
    if (!Files.exists(path)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(path)) {
      return all.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
