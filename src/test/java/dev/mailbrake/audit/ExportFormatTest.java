package dev.mailbrake.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mailbrake.audit.AuditEntry.AuditSubject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportFormatTest {
  private static final String HEADER =
      "seq,at,event,actorId,actorName,requestId,action,zuid,accountId,address,priorState,reason,"
          + "detail,previousHash,hash\r\n";
  private static final String START =
      "7,2026-11-23T09:00:00.120Z,CONFIRMED,U0ADA00001,Ada,r,BLOCK,";

  @Test
  void writesOneJsonObjectPerLine() throws IOException {
    String object =
        """
        {"seq":7,"at":"2026-11-23T09:00:00.120Z","event":"CONFIRMED","actorId":"U0ADA00001",\
        "actorName":"Ada","requestId":"r","action":"BLOCK","zuid":"1","accountId":"2",\
        "address":"rebecca@zylker.com","priorState":"ALLOWED","reason":"why","detail":"",\
        "previousHash":"00","hash":"ff"}
        """;

    assertThat(written(ExportFormat.JSONL, row("why"), row("why"))).isEqualTo(object + object);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "a\nb\r\n\"c\"\\", "Grüße 😀 発信", "\u2028\u0001\t", "</script>"})
  void writesAnyTextIntoJsonUnchanged(String text) throws IOException {
    String line = written(ExportFormat.JSONL, row(text));

    assertThat(line.lines()).hasSize(1);
    JsonNode read = new ObjectMapper().readTree(line);
    assertThat(read.get("reason").textValue()).isEqualTo(text);
    assertThat(read.get("seq").isIntegralNumber()).isTrue();
  }

  @Test
  void writesAHeaderAndOneLineOfCsvPerRow() throws IOException {
    String line = START + "1,2,rebecca@zylker.com,ALLOWED,why,,00,ff\r\n";

    assertThat(written(ExportFormat.CSV)).isEqualTo(HEADER);
    assertThat(written(ExportFormat.CSV, row("why"), row("why"))).isEqualTo(HEADER + line + line);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "a,b | \"a,b\"",
        "say \"no\" | \"say \"\"no\"\"\"",
        "two\\nlines | \"two\\nlines\"",
        "two\\r | \"two\\r\"",
        "Grüße 😀 | Grüße 😀",
        "a;b | a;b",
        "=1+1 | '=1+1",
        "=HYPERLINK(\"http://x\",\"y\") | \"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"",
        "+49 | '+49",
        "-2 | '-2",
        "@SUM(A1) | '@SUM(A1)",
        "＝1 | '＝1",
        "\\t=1 | '\\t=1",
        "\\r=1 | \"'\\r=1\"",
        "1=1 | 1=1",
        "'quoted' | 'quoted'"
      })
  void writesATextIntoCsvAsOneHarmlessCell(String text, String cell) throws IOException {
    assertThat(written(ExportFormat.CSV, row(unescaped(text))))
        .isEqualTo(
            HEADER + START + "1,2,rebecca@zylker.com,ALLOWED," + unescaped(cell) + ",,00,ff\r\n");
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
  }

  private static AuditRow row(String reason) {
    return new AuditRow(
        7,
        Instant.parse("2026-11-23T09:00:00.120Z"),
        "CONFIRMED",
        new PersonName("U0ADA00001", "Ada"),
        new AuditSubject("r", "BLOCK", "1", "2", "rebecca@zylker.com", "ALLOWED"),
        reason,
        "",
        "00",
        "ff");
  }

  private static String written(ExportFormat format, AuditRow... rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ExportFormat.RowWriter writer = format.to(out);
    for (AuditRow row : rows) {
      writer.write(row);
    }
    writer.flush();
    return out.toString(UTF_8);
  }
}
