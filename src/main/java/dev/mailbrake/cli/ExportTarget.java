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

/** Standard output or a new file, which is deleted if it isn't complete. */
final class ExportTarget implements AutoCloseable {
  private final Optional<Path> file;
  private final OutputStream out;
  private boolean complete;

  private ExportTarget(Optional<Path> file, OutputStream out) {
    this.file = file;
    this.out = out;
  }

  /** Throws {@link IOException} if the file cannot be created or exists already. */
  static ExportTarget open(Optional<Path> file, OutputStream standardOutput) throws IOException {
    return new ExportTarget(file, file.isPresent() ? create(file.get()) : standardOutput);
  }

  private static OutputStream create(Path file) throws IOException {
    return Channels.newOutputStream(
        Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PrivateFiles.forFile(file)));
  }

  OutputStream out() {
    return out;
  }

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
