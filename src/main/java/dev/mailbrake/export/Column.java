package dev.mailbrake.export;

import dev.mailbrake.request.StoredAuditRow;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A field of an exported row.
 *
 * @param title its name
 * @param text what a row has in it
 */
record Column(String title, Function<StoredAuditRow, String> text) {
  /** ISO 8601 in UTC with exactly the milliseconds that are stored and hashed. */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** The row's number, which is the one field that is no text. */
  static final Column SEQ = new Column("seq", row -> Long.toString(row.seq()));

  /** All of them. Names and order are a contract with whoever reads exports. */
  static final List<Column> ALL =
      List.of(
          SEQ,
          new Column("at", row -> MOMENT.format(row.at())),
          new Column("event", StoredAuditRow::event),
          new Column("actorId", row -> row.who().id()),
          new Column("actorName", row -> row.who().name()),
          new Column("requestId", row -> row.subject().requestId()),
          new Column("action", row -> row.subject().action()),
          new Column("zuid", row -> row.subject().zuid()),
          new Column("accountId", row -> row.subject().accountId()),
          new Column("address", row -> row.subject().address()),
          new Column("priorState", row -> row.subject().priorState()),
          new Column("reason", StoredAuditRow::reason),
          new Column("detail", StoredAuditRow::detail),
          new Column("previousHash", StoredAuditRow::previousHash),
          new Column("hash", StoredAuditRow::hash));

  String of(StoredAuditRow row) {
    return text.apply(row);
  }
}
