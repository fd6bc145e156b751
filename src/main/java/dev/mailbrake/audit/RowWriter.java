package dev.mailbrake.audit;

import java.io.IOException;

/** An export being written. What it was given may not be out before it is flushed. */
public interface RowWriter {
  void write(AuditRow row) throws IOException;

  void flush() throws IOException;
}
