package dev.mailbrake.store;

import dev.mailbrake.audit.AuditLog;
import dev.mailbrake.audit.AuditLog.AuditFilter;
import dev.mailbrake.audit.AuditRow;
import dev.mailbrake.mailbox.MailAddress;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads the audit log page by page. Rows are only ever added, so the pages fit together without a
 * transaction, which would keep PostgreSQL from vacuuming and SQLite from truncating its WAL for as
 * long as somebody reads.
 */
public final class SqlAuditLog implements AuditLog {
  private static final int PAGE = 500;
  private static final String ROWS =
      "select * from audit_log where seq between :from and :upTo and at between :since and :last";
  private static final String OF_MAILBOX =
      " and (lower(address) = :address or account_id in (<accounts>))";
  private static final String IN_ORDER = " order by seq limit :most";

  private final Database database;

  public SqlAuditLog(Database database) {
    this.database = database;
  }

  @Override
  public void read(AuditFilter filter, long upTo, Consumer<AuditRow> reader) {
    List<String> accounts =
        filter
            .mailbox()
            .map(mailbox -> database.reading(handle -> accounts(handle, mailbox)))
            .orElse(List.of());
    long from = Long.MIN_VALUE;
    List<AuditRow> page;
    do {
      long first = from;
      page =
          database.reading(
              handle ->
                  query(handle, filter, accounts)
                      .bind("from", first)
                      .bind("upTo", upTo)
                      .map(AuditTable::row)
                      .list());
      page.forEach(reader);
      from = page.isEmpty() ? from : page.get(page.size() - 1).seq() + 1;
    } while (page.size() == PAGE);
  }

  /** The number of the last row that any audit channel was told. */
  public long told() {
    return database.reading(
        handle ->
            handle.select("select coalesce(max(seq), 0) from audit_told").mapTo(Long.class).one());
  }

  private static List<String> accounts(Handle handle, MailAddress mailbox) {
    return handle
        .select(
            "select distinct account_id from audit_log where lower(address) = ? and account_id != ''",
            mailbox.value())
        .mapTo(String.class)
        .list();
  }

  private static Query query(Handle handle, AuditFilter filter, List<String> accounts) {
    Query rows =
        filter
            .mailbox()
            .map(
                mailbox ->
                    handle
                        .createQuery(ROWS + OF_MAILBOX + IN_ORDER)
                        .bind("address", mailbox.value())
                        .bindList(EmptyHandling.NULL_KEYWORD, "accounts", accounts))
            .orElseGet(() -> handle.createQuery(ROWS + IN_ORDER));
    return rows.bind("since", filter.since().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE))
        .bind("last", filter.until().map(at -> at.toEpochMilli() - 1).orElse(Long.MAX_VALUE))
        .bind("most", PAGE);
  }
}
