package dev.mailbrake.store;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.request.model.CardId;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.RequestId;
import dev.mailbrake.request.port.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

final class RequestTable implements Transaction.Requests {
  /** Later than all earlier decisions on the mailbox, whatever the clock says: the last holds. */
  private static final String DECIDED_AT =
      """
      decided_at = case when state = 'WAITING' and :state.recorded = 'CONFIRMED'
        then (
          select coalesce(max(other.decided_at) + 1, :decision.at) from requests other
          where other.account_id = requests.account_id and other.decided_at >= :decision.at)
        else :decision.at end
      """;

  private final Handle handle;
  private final Consumer<ChangeRequest> moved;

  RequestTable(Handle handle, Consumer<ChangeRequest> moved) {
    this.handle = handle;
    this.moved = moved;
  }

  @Override
  public void add(ChangeRequest request) {
    update(
            """
            insert into requests (id, card_id, row_number, action, zuid, account_id, address,
              aliases, owner, role, prior_status, prior_read_at,
              asked_by_id, asked_by_name, channel, asked_at, asked_as, lifts,
              reason, lasts, deadline, state, second_because,
              first_by_id, first_by_name, first_at, changed,
              decided_by_id, decided_by_name, decided_at, writes, note, progress_at, refusals)
            select :id.value, :card.value, count(*), :action.recorded, :mailbox.id.zuid,
              :mailbox.id.accountId, :mailbox.address.value, :aliases, :mailbox.owner,
              :mailbox.role.recorded, :mailbox.outgoing.recorded, :mailbox.readAt,
              :origin.by.id, :origin.by.name, :origin.channel, :origin.at, :origin.alias, :lifts,
              :terms.reason, :terms.lasts.toMillis, :terms.deadline, :state.recorded,
              :approvals.because, :approvals.first.by.id, :approvals.first.by.name,
              :approvals.first.at, :approvals.changed, :decision.by.id, :decision.by.name,
              :decision.at, :progress.writes, :progress.note, :progress.at, :progress.refusals
            from requests where card_id = :card.value
            """,
            request)
        .bind("lifts", request.origin().endsBlock().map(RequestId::value).orElse(""))
        .execute();
  }

  @Override
  public boolean move(ChangeRequest from, ChangeRequest next) {
    boolean isFirst =
        update(
                    """
                    update requests set address = :mailbox.address.value, aliases = :aliases,
                      owner = :mailbox.owner, role = :mailbox.role.recorded,
                      prior_status = :mailbox.outgoing.recorded, prior_read_at = :mailbox.readAt,
                      state = :state.recorded, second_because = :approvals.because,
                      first_by_id = :approvals.first.by.id,
                      first_by_name = :approvals.first.by.name, first_at = :approvals.first.at,
                      changed = :approvals.changed, decided_by_id = :decision.by.id,
                      decided_by_name = :decision.by.name, writes = :progress.writes,
                      note = :progress.note, progress_at = :progress.at,
                      refusals = :progress.refusals,
                    """
                        + DECIDED_AT
                        + """
                    where id = :id.value and state = :from.state.recorded
                      and writes = :from.progress.writes
                      and first_by_id = :from.approvals.first.by.id
                    """,
                    next)
                .bindMethods("from", from)
                .execute()
            == 1;
    if (isFirst) {
      moved.accept(next);
    }
    return isFirst;
  }

  private Update update(String sql, ChangeRequest request) {
    String aliases =
        request.mailbox().aliases().stream()
            .sorted()
            .map(MailAddress::value)
            .collect(Collectors.joining(" "));
    return handle.createUpdate(sql).bindMethods(request).bind("aliases", aliases);
  }

  @Override
  public Optional<ChangeRequest> find(RequestId id) {
    return handle
        .select("select * from requests where id = ?", id.value())
        .map(RequestRow::request)
        .findFirst();
  }

  @Override
  public List<ChangeRequest> on(CardId card) {
    return handle
        .select("select * from requests where card_id = ? order by row_number", card.value())
        .map(RequestRow::request)
        .list();
  }

  @Override
  public Optional<ChangeRequest> open(MailboxId mailbox, Action action) {
    return handle
        .select(
            """
            select * from requests
            where account_id = ? and zuid = ? and action = ? and state in ('WAITING', 'CONFIRMED')
            order by case lifts when '' then 0 else 1 end, asked_at desc limit 1
            """,
            mailbox.accountId(),
            mailbox.zuid(),
            action.recorded())
        .map(RequestRow::request)
        .findFirst();
  }

  @Override
  public boolean hasEarlier(ChangeRequest confirmed) {
    return hasOther(
        confirmed,
        """
        state = 'CONFIRMED'
          and (decided_at < :decision.at or decided_at = :decision.at and id < :id.value)
        """);
  }

  @Override
  public boolean hasUnseen(ChangeRequest confirmed) {
    return hasOther(confirmed, "state = 'ACCEPTED'");
  }

  @Override
  public boolean hasLater(ChangeRequest confirmed) {
    return hasOther(
        confirmed,
        """
        state in ('ACCEPTED', 'VERIFIED', 'UNCHANGED', 'UNVERIFIED')
          and (decided_at > :decision.at or decided_at = :decision.at and id > :id.value)
        """);
  }

  @Override
  public boolean hasNewerBlock(ChangeRequest unblock) {
    return hasOther(
        unblock, "state = 'CONFIRMED' and action = 'BLOCK' and decided_at > :decision.at");
  }

  @Override
  public boolean isBeingChanged(MailboxId mailbox) {
    return handle
            .select(
                """
                select count(*) from requests
                where account_id = ? and state in ('CONFIRMED', 'ACCEPTED')
                """,
                mailbox.accountId())
            .mapTo(Long.class)
            .one()
        > 0;
  }

  @Override
  public Optional<ChangeRequest> automaticUnblockOf(RequestId block) {
    return handle
        .select(
            """
            select * from requests
            where lifts = ? and lifts <> '' and state <> 'CANCELLED' and state <> 'VOID'
            """,
            block.value())
        .map(RequestRow::request)
        .findFirst();
  }

  private boolean hasOther(ChangeRequest request, String condition) {
    return handle
            .createQuery(
                "select count(*) from requests where account_id = :mailbox.id.accountId and id <> :id.value and "
                    + condition)
            .bindMethods(request)
            .mapTo(Long.class)
            .one()
        > 0;
  }
}
