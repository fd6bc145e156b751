package dev.mailbrake.store;

import dev.mailbrake.audit.PersonName;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.Mailbox.MailboxRole;
import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.mailbox.OutgoingStatus;
import dev.mailbrake.request.model.Approvals;
import dev.mailbrake.request.model.Approvals.Decision;
import dev.mailbrake.request.model.CardId;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Effect;
import dev.mailbrake.request.model.Origin;
import dev.mailbrake.request.model.Progress;
import dev.mailbrake.request.model.RequestId;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.model.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.StatementContext;

final class RequestRow {
  private RequestRow() {}

  static ChangeRequest request(ResultSet row, StatementContext context) throws SQLException {
    return new ChangeRequest(
        new RequestId(row.getString("id")),
        new CardId(row.getString("card_id")),
        Columns.constant(Action.class, row, "action"),
        mailbox(row),
        origin(row),
        terms(row),
        Columns.constant(RequestState.class, row, "state"),
        new Approvals(
            row.getString("second_because"), decision(row, "first"), row.getString("changed")),
        decision(row, "decided"),
        progress(row),
        effect(row));
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
        Columns.constantOr(MailboxRole.UNKNOWN, row, "role"),
        Columns.constantOr(OutgoingStatus.UNKNOWN, row, "prior_status"),
        Columns.moment(row, "prior_read_at"));
  }

  private static Origin origin(ResultSet row) throws SQLException {
    return new Origin(
        person(row, "asked_by"),
        row.getString("channel"),
        Columns.moment(row, "asked_at"),
        row.getString("asked_as"),
        requestId(row, "lifts"));
  }

  private static Terms terms(ResultSet row) throws SQLException {
    return new Terms(
        row.getString("reason"),
        Duration.ofMillis(row.getLong("lasts")),
        Columns.moment(row, "deadline"));
  }

  private static Progress progress(ResultSet row) throws SQLException {
    return new Progress(
        row.getInt("writes"),
        row.getString("note"),
        Columns.moment(row, "progress_at"),
        row.getInt("refusals"));
  }

  private static Effect effect(ResultSet row) throws SQLException {
    return new Effect(
        Columns.moment(row, "effect_since"),
        Columns.moment(row, "effect_until"),
        Columns.moment(row, "effect_over"),
        row.getInt("differs") != 0,
        Columns.moment(row, "checked_at"),
        row.getInt("suspected") != 0,
        requestId(row, "superseded_by"));
  }

  private static Decision decision(ResultSet row, String which) throws SQLException {
    return new Decision(person(row, which + "_by"), Columns.moment(row, which + "_at"));
  }

  private static Optional<RequestId> requestId(ResultSet row, String column) throws SQLException {
    return Optional.of(row.getString(column)).filter(id -> !id.isEmpty()).map(RequestId::new);
  }

  private static PersonName person(ResultSet row, String column) throws SQLException {
    return new PersonName(row.getString(column + "_id"), row.getString(column + "_name"));
  }
}
