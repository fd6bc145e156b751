package dev.mailbrake.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * Where an export goes: to standard output, or into a file of its own. A file that was not written
 * to its end does not stay.
 */
final class ExportTarget implements AutoCloseable {
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

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
    boolean hasOwners = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return Channels.newOutputStream(
        Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            hasOwners ? new FileAttribute<?>[] {OWNER_ONLY} : new FileAttribute<?>[] {}));
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
