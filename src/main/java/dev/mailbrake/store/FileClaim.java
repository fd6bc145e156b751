package dev.mailbrake.store;

import dev.mailbrake.request.port.LedgerUnavailable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/**
 * Creates an embedded database's file if necessary, and keeps it for this process: two bots on one
 * file would each take the other for dead and run its jobs. The lock is on a separate file, since
 * SQLite locks the database itself; the operating system releases it however the process ends.
 */
final class FileClaim implements AutoCloseable {
  private final FileChannel lock;

  private FileClaim(FileChannel lock) {
    this.lock = lock;
  }

  /** Throws LedgerUnavailable if another process has the file, or it cannot be created. */
  static FileClaim on(Path file) {
    makeDirectory(Optional.ofNullable(file.getParent()).orElse(file.getRoot()));
    try {
      makeFile(file);
      Path real = file.toRealPath();
      return locked(file, real.resolveSibling(real.getFileName() + ".lock"));
    } catch (IOException cannot) {
      throw new LedgerUnavailable(
          "the database's file %s cannot be made or locked (%s). Let this user write its directory"
              .formatted(file, cannot.getMessage()),
          cannot);
    }
  }

  private static void makeDirectory(Path directory) {
    if (Files.isDirectory(directory)) {
      return; // createDirectories of Java 17 fails for a link to a directory.
    }
    try {
      Files.createDirectories(directory, PrivateFiles.forDirectory(directory));
    } catch (IOException cannot) {
      throw new LedgerUnavailable(
          "the database's directory " + directory + " cannot be made", cannot);
    }
  }

  /** SQLite gives its other files the same permissions. */
  private static void makeFile(Path file) throws IOException {
    try {
      Files.createFile(file, PrivateFiles.forFile(file));
    } catch (FileAlreadyExistsException there) {
      // An earlier start created it.
    }
  }

  private static FileClaim locked(Path file, Path lock) throws IOException {
    FileChannel channel =
        FileChannel.open(
            lock,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            PrivateFiles.forFile(lock));
    if (isLocked(channel)) {
      return new FileClaim(channel);
    }
    channel.close();
    throw new LedgerUnavailable(
        "another Mailbrake is using "
            + file
            + ". Stop that one first; only a PostgreSQL database (DATABASE_URL) can be shared",
        new IOException(lock + " is locked"));
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException ours) {
      return false;
    }
  }

  /** The lock file stays, or two processes could each lock one of that name. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException unclean) {
      throw new LedgerUnavailable("the database's lock cannot be released", unclean);
    }
  }
}
