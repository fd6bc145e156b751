package dev.mailbrake.audit;

import java.util.function.Consumer;

/** The audit log for a reader of any number of rows, beside whoever writes it. */
public interface AuditLog {

  /**
   * Reads rows as they are stored, in the order of their numbers, a few at a time; nobody who
   * writes waits for the reader.
   *
   * @param upTo the number of the last row that is wanted; what is written behind it is not read
   * @throws RuntimeException if the rows cannot be read, possibly after some of them were
   */
  void read(AuditFilter filter, long upTo, Consumer<AuditRow> reader);
}
