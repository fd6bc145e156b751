package dev.mailbrake.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rows as lines of RFC 4180, behind a header line. */
final class CsvLines implements RowWriter {
  /**
   * With what a formula begins, in East Asian spreadsheets too, or white space that a spreadsheet
   * takes away from before it. By the OWASP page on CSV injection.
   */
  private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n";

  private static final String QUOTED = ",\"\r\n";

  private final Writer out;

  private CsvLines(Writer out) {
    this.out = out;
  }

  static CsvLines to(OutputStream out) throws IOException {
    CsvLines lines =
        new CsvLines(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    lines.line(AuditColumn::title);
    return lines;
  }

  @Override
  public void write(AuditRow row) throws IOException {
    line(column -> column.of(row));
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
