package dev.mailbrake.store;

import dev.mailbrake.check.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks who can read an embedded database, which holds names, addresses and reasons. */
final class PrivacyCheck {
  private static final String PRIVACY = "Database privacy";

  private PrivacyCheck() {}

  /** Checks the file at that absolute path, SQLite's other files, and their directory. */
  static Finding at(Path file) {
    try {
      List<Path> open = open(file);
      return open.isEmpty()
          ? Finding.good(PRIVACY, "only its owner can read it")
          : Finding.bad(PRIVACY, "other users of this machine can access it", remedy(file, open));
    } catch (IOException unreadable) {
      return Finding.bad(
          PRIVACY,
          "its permissions can't be read: " + Fault.words(unreadable),
          "Let this user read the directory of the database.");
    }
  }

  private static List<Path> open(Path file) throws IOException {
    List<Path> open = new ArrayList<>();
    for (Path place : List.of(directory(file), file, beside(file, "-wal"), beside(file, "-shm"))) {
      if (PrivateFiles.isOpenToOthers(place)) {
        open.add(place);
      }
    }
    return open;
  }

  private static Path directory(Path file) {
    return Optional.ofNullable(file.getParent()).orElse(file);
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  private static String remedy(Path file, List<Path> open) {
    Path directory = directory(file);
    String files =
        open.stream()
            .filter(place -> !place.equals(directory))
            .map(PrivacyCheck::quoted)
            .collect(Collectors.joining(" "));
    return Stream.of(
            open.contains(directory) ? "chmod 700 " + quoted(directory) : "",
            files.isEmpty() ? "" : "chmod 600 " + files)
        .filter(command -> !command.isEmpty())
        .collect(
            Collectors.joining(
                " && ", "Run: ", ". Don't keep it in a directory that others need."));
  }

  private static String quoted(Path place) {
    return "'" + place.toString().replace("'", "'\\''") + "'";
  }
}
