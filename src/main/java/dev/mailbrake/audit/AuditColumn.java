package dev.mailbrake.audit;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A field of an exported row. */
record AuditColumn(String title, Function<AuditRow, String> text) {
  /** ISO 8601 in UTC with exactly the milliseconds that are stored and hashed. */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** The only field that is not text. */
  static final AuditColumn SEQ = new AuditColumn("seq", row -> Long.toString(row.seq()));

  /** All of them. Names and order are a contract with whoever reads exports. */
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

  String of(AuditRow row) {
    return text.apply(row);
  }
}
