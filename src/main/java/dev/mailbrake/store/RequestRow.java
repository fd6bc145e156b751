package dev.mailbrake.store;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.mailbox.OutgoingStatus;
import dev.mailbrake.request.Asked;
import dev.mailbrake.request.CardId;
import dev.mailbrake.request.ChangeRequest;
import dev.mailbrake.request.Decision;
import dev.mailbrake.request.PersonName;
import dev.mailbrake.request.Progress;
import dev.mailbrake.request.RequestId;
import dev.mailbrake.request.RequestState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.StatementContext;

/** The reading of a row of the table of requests. */
final class RequestRow {
  private RequestRow() {}

  static ChangeRequest request(ResultSet row, StatementContext context) throws SQLException {
    return new ChangeRequest(
        new RequestId(row.getString("id")),
        new CardId(row.getString("card_id")),
        Action.valueOf(row.getString("action")),
        mailbox(row),
        asked(row),
        RequestState.valueOf(row.getString("state")),
        new Decision(person(row, "decided_by"), moment(row, "decided_at")),
        new Progress(row.getInt("writes"), row.getString("note"), moment(row, "progress_at")));
  }

  private static Mailbox mailbox(ResultSet row) throws SQLException {
    Set<MailAddress> aliases =
        Stream.of(row.getString("aliases").split(" "))
            .filter(alias -> !alias.isEmpty())
            .map(MailAddress::new)
            .collect(Collectors.toSet());
    return new Mailbox(
        new MailboxId(row.getString("zuid"), row.getString("account_id")),
        new MailAddress(row.getString("address")),
        aliases,
        row.getString("owner"),
        OutgoingStatus.valueOf(row.getString("prior_status")),
        moment(row, "prior_read_at"));
  }

  private static Asked asked(ResultSet row) throws SQLException {
    return new Asked(
        person(row, "asked_by"),
        row.getString("channel"),
        row.getString("asked_as"),
        row.getString("reason"),
        moment(row, "asked_at"),
        moment(row, "deadline"));
  }

  private static PersonName person(ResultSet row, String column) throws SQLException {
    return new PersonName(row.getString(column + "_id"), row.getString(column + "_name"));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column));
  }
}
