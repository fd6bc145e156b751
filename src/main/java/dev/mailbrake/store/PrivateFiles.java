package dev.mailbrake.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Files that only their owner can read from the moment they exist: with most systems' umask,
 * everybody could. Does nothing on a file system without such permissions.
 */
public final class PrivateFiles {
  private static final Set<PosixFilePermission> OF_OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private PrivateFiles() {}

  public static FileAttribute<?>[] forFile(Path file) {
    return attributes(file, "rw-------");
  }

  static FileAttribute<?>[] forDirectory(Path directory) {
    return attributes(directory, "rwx------");
  }

  private static FileAttribute<?>[] attributes(Path place, String permissions) {
    return hasPermissions(place)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /** Whether anybody but its owner may do anything with it; false if it doesn't exist. */
  static boolean isOpenToOthers(Path place) throws IOException {
    return hasPermissions(place)
        && Files.exists(place)
        && Files.getPosixFilePermissions(place).stream().anyMatch(OF_OTHERS::contains);
  }

  private static boolean hasPermissions(Path place) {
    return place.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
