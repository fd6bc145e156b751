package dev.mailbrake.cli;

import dev.mailbrake.store.PrivateFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/**
 * Where an export goes: to standard output, or into a file of its own. A file that was not written
 * to its end does not stay.
 */
final class ExportTarget implements AutoCloseable {
  private final Optional<Path> file;
  private final OutputStream out;
  private boolean complete;

  private ExportTarget(Optional<Path> file, OutputStream out) {
    this.file = file;
    this.out = out;
  }

  /**
   * Makes the file, if there is to be one.
   *
   * @throws IOException if it cannot be made, or is there already
   */
  static ExportTarget open(Optional<Path> file, OutputStream otherwise) throws IOException {
    return new ExportTarget(file, file.isPresent() ? made(file.get()) : otherwise);
  }

  private static OutputStream made(Path file) throws IOException {
    return Channels.newOutputStream(
        Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PrivateFiles.forFile(file)));
  }

  OutputStream out() {
    return out;
  }

  /** Says that everything is written. */
  void complete() throws IOException {
    out.flush();
    complete = true;
  }

  @Override
  public void close() throws IOException {
    if (file.isPresent()) {
      out.close();
      if (!complete) {
        Files.deleteIfExists(file.get());
      }
    }
  }
}
