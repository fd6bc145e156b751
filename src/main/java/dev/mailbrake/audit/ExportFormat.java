package dev.mailbrake.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The formats in which the audit log is exported, in UTF-8. */
public enum ExportFormat {
  /** One JSON object per line, each text exactly as stored. */
  JSONL {
    @Override
    public RowWriter to(OutputStream out) throws IOException {
      JsonGenerator json = JsonLines.JSON.createGenerator(out, JsonEncoding.UTF8);
      return new JsonLines(json.setPrettyPrinter(new MinimalPrettyPrinter(NOTHING_BETWEEN_ROWS)));
    }
  },

  /**
   * RFC 4180 with a header line. An apostrophe precedes a cell that a spreadsheet would take for a
   * formula, because people in Slack write into these cells.
   */
  CSV {
    @Override
    public RowWriter to(OutputStream out) throws IOException {
      CsvLines lines = new CsvLines(new BufferedWriter(new OutputStreamWriter(out, UTF_8)));
      lines.line(AuditColumn::title);
      return lines;
    }
  };

  private static final String NOTHING_BETWEEN_ROWS = "";

  /** Begins an export. The stream belongs to the caller and stays open. */
  public abstract RowWriter to(OutputStream out) throws IOException;

  /** An export in progress; flush it at the end. */
  public interface RowWriter {
    void write(AuditRow row) throws IOException;

    void flush() throws IOException;
  }

  private record JsonLines(JsonGenerator json) implements RowWriter {
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public void write(AuditRow row) throws IOException {
      json.writeStartObject();
      for (AuditColumn column : AuditColumn.ALL) {
        json.writeFieldName(column.title());
        if (column.equals(AuditColumn.SEQ)) {
          json.writeNumber(row.seq());
        } else {
          json.writeString(column.text().apply(row));
        }
      }
      json.writeEndObject();
      json.writeRaw('\n');
    }

    @Override
    public void flush() throws IOException {
      json.flush();
    }
  }

  private record CsvLines(Writer out) implements RowWriter {
    /**
     * How a formula begins, full-width for East Asian spreadsheets, or white space that
     * spreadsheets strip. By the OWASP page on CSV injection.
     */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n";

    private static final String QUOTED = ",\"\r\n";

    @Override
    public void write(AuditRow row) throws IOException {
      line(column -> column.text().apply(row));
    }

    private void line(Function<AuditColumn, String> text) throws IOException {
      out.write(
          AuditColumn.ALL.stream()
              .map(column -> cell(text.apply(column)))
              .collect(Collectors.joining(",", "", "\r\n")));
    }

    private static String cell(String text) {
      String harmless = !text.isEmpty() && has(FORMULA, text.charAt(0)) ? "'" + text : text;
      return harmless.chars().anyMatch(character -> has(QUOTED, character))
          ? '"' + harmless.replace("\"", "\"\"") + '"'
          : harmless;
    }

    private static boolean has(String characters, int character) {
      return characters.indexOf(character) >= 0;
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }
  }

  private record AuditColumn(String title, Function<AuditRow, String> text) {
    /** ISO 8601 in UTC, with exactly the milliseconds that are stored and hashed. */
    private static final DateTimeFormatter MOMENT =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** The only column that is not text. */
    static final AuditColumn SEQ = new AuditColumn("seq", row -> Long.toString(row.seq()));

    /** Names and order are a contract with the readers of exports. */
    static final List<AuditColumn> ALL =
        List.of(
            SEQ,
            new AuditColumn("at", row -> MOMENT.format(row.at())),
            new AuditColumn("event", AuditRow::event),
            new AuditColumn("actorId", row -> row.who().id()),
            new AuditColumn("actorName", row -> row.who().name()),
            new AuditColumn("requestId", row -> row.subject().requestId()),
            new AuditColumn("action", row -> row.subject().action()),
            new AuditColumn("zuid", row -> row.subject().zuid()),
            new AuditColumn("accountId", row -> row.subject().accountId()),
            new AuditColumn("address", row -> row.subject().address()),
            new AuditColumn("priorState", row -> row.subject().priorState()),
            new AuditColumn("reason", AuditRow::reason),
            new AuditColumn("detail", AuditRow::detail),
            new AuditColumn("previousHash", AuditRow::previousHash),
            new AuditColumn("hash", AuditRow::hash));
  }
}
