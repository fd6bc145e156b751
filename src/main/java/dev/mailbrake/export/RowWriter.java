package dev.mailbrake.export;

import dev.mailbrake.request.StoredAuditRow;
import java.io.IOException;

/** An export being written. What it was given may not be out before it is flushed. */
public interface RowWriter {
  void write(StoredAuditRow row) throws IOException;

  void flush() throws IOException;
}
