package dev.mailbrake.audit;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;

/** Rows as JSON objects, a line each. */
final class JsonLines implements RowWriter {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String NOTHING_BETWEEN = "";

  private final JsonGenerator json;

  private JsonLines(JsonGenerator json) {
    this.json = json;
  }

  static JsonLines to(OutputStream out) throws IOException {
    JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8);
    return new JsonLines(json.setPrettyPrinter(new MinimalPrettyPrinter(NOTHING_BETWEEN)));
  }

  @Override
  public void write(AuditRow row) throws IOException {
    json.writeStartObject();
    for (AuditColumn column : AuditColumn.ALL) {
      json.writeFieldName(column.title());
      if (column.equals(AuditColumn.SEQ)) {
        json.writeNumber(row.seq());
      } else {
        json.writeString(column.of(row));
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
