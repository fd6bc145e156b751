package dev.mailbrake.audit;

import java.io.IOException;
import java.io.OutputStream;

/** A form in which the audit log is given out, in UTF-8. */
public enum ExportFormat {
  /** One JSON object a line, each text exactly as it is stored. */
  JSONL {
    @Override
    public RowWriter to(OutputStream out) throws IOException {
      return JsonLines.to(out);
    }
  },

  /**
   * RFC 4180, with a header line. A cell that a spreadsheet would take for a formula has an
   * apostrophe before it: people in Slack write into these cells.
   */
  CSV {
    @Override
    public RowWriter to(OutputStream out) throws IOException {
      return CsvLines.to(out);
    }
  };

  /** Begins an export. The stream stays open: it belongs to the caller. */
  public abstract RowWriter to(OutputStream out) throws IOException;
}
