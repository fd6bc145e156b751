package dev.mailbrake.audit;

import java.util.function.Consumer;

/** The audit log for those who read any number of rows, while others write it. */
public interface AuditLog {

  /**
   * Reads rows as they are stored, in the order of their numbers, a few at a time; writers do not
   * wait for the reader.
   *
   * @param upTo the number of the last row that is wanted; later ones are not read
   * @throws RuntimeException if the rows cannot be read, possibly after some of them were
   */
  void read(AuditFilter filter, long upTo, Consumer<AuditRow> reader);
}
