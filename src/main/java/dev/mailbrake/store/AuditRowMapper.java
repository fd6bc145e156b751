package dev.mailbrake.store;

import dev.mailbrake.audit.AuditRow;
import dev.mailbrake.audit.AuditSubject;
import dev.mailbrake.audit.PersonName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** The reading of one row of the audit log. */
final class AuditRowMapper implements RowMapper<AuditRow> {
  @Override
  public AuditRow map(ResultSet row, StatementContext context) throws SQLException {
    return new AuditRow(
        row.getLong("seq"),
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("event"),
        new PersonName(row.getString("actor_id"), row.getString("actor_name")),
        new AuditSubject(
            row.getString("request_id"),
            row.getString("action"),
            row.getString("zuid"),
            row.getString("account_id"),
            row.getString("address"),
            row.getString("prior_state")),
        row.getString("reason"),
        row.getString("detail"),
        row.getString("previous_hash"),
        row.getString("hash"));
  }
}
