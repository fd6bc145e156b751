package dev.mailbrake.store;

import dev.mailbrake.check.Check;
import dev.mailbrake.check.Finding;
import dev.mailbrake.config.DatabaseSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Checks the database without creating or migrating anything; may run alongside the bot. */
public final class DatabaseCheck implements Check {
  static final String SCHEMA = "Database schema";
  static final String WRITING = "Database writing";
  static final String AUDIT_LOG = "Audit log";
  static final String DATABASE = "Database";

  private final DatabaseSettings settings;
  private final Dialect dialect;

  private DatabaseCheck(DatabaseSettings settings, Dialect dialect) {
    this.settings = settings;
    this.dialect = dialect;
  }

  public static DatabaseCheck of(DatabaseSettings settings) {
    return new DatabaseCheck(settings, Dialect.of(settings));
  }

  @Override
  public List<Finding> look() {
    return dialect
        .file(settings)
        .filter(file -> !Files.exists(file))
        .map(file -> List.of(absent(file)))
        .orElseGet(this::present);
  }

  /** A missing file is fine if the first start can create it. */
  private static Finding absent(Path file) {
    Path there = file;
    while (!Files.exists(there)) {
      there = Optional.ofNullable(there.getParent()).orElse(file.getRoot());
    }
    return Files.isDirectory(there) && Files.isWritable(there)
        ? Finding.good(
            DATABASE, "%s doesn't exist yet; it's created on first start".formatted(file))
        : Finding.bad(
            DATABASE,
            "%s doesn't exist and can't be created: %s isn't a writable directory"
                .formatted(file, there),
            "Set DATABASE_URL to a file in a directory that this user can write to.");
  }

  private List<Finding> present() {
    try {
      DataSource connections = Database.unpooled(settings, dialect);
      SchemaCheck look =
          new SchemaCheck(Database.jdbi(connections), Migrations.of(connections, dialect).look());
      Stream<Finding> findings =
          Stream.of(
              Finding.good(DATABASE, settings.name() + " opens"),
              look.schema(),
              look.writing(),
              look.auditLog());
      return Stream.concat(findings, dialect.file(settings).map(PrivacyCheck::at).stream())
          .toList();
    } catch (RuntimeException closed) { // Flyway has its own exception.
      return List.of(
          Finding.bad(
              DATABASE,
              "%s can't be opened: %s".formatted(settings.name(), Fault.words(closed)),
              "Fix that, or correct DATABASE_URL."),
          Finding.skipped(SCHEMA, DATABASE),
          Finding.skipped(WRITING, DATABASE),
          Finding.skipped(AUDIT_LOG, DATABASE));
    }
  }
}
