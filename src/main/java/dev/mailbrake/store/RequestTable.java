package dev.mailbrake.store;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.request.model.Approvals;
import dev.mailbrake.request.model.CardId;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Origin;
import dev.mailbrake.request.model.RequestId;
import dev.mailbrake.request.model.Terms;
import dev.mailbrake.request.port.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

final class RequestTable implements Transaction.Requests {
  /**
   * Whatever the clock says, later than all earlier decisions on the mailbox: the last one holds.
   */
  private static final String DECIDED_AT =
      """
      decided_at = case when state = 'WAITING' and :state = 'CONFIRMED'
        then (
          select coalesce(max(other.decided_at) + 1, :decidedAt) from requests other
          where other.account_id = requests.account_id and other.decided_at >= :decidedAt)
        else :decidedAt end
      """;

  private final Handle handle;
  private final Consumer<ChangeRequest> moved;

  RequestTable(Handle handle, Consumer<ChangeRequest> moved) {
    this.handle = handle;
    this.moved = moved;
  }

  @Override
  public void add(ChangeRequest request) {
    Origin origin = request.origin();
    Terms terms = request.terms();
    bindStep(
            handle.createUpdate(
                """
                insert into requests (id, card_id, row_number, action, zuid, account_id, address,
                  aliases, owner, role, prior_status, prior_read_at, asked_by_id, asked_by_name,
                  channel, asked_as, reason, lasts, lifts, asked_at, deadline, state, second_because,
                  first_by_id, first_by_name, first_at, changed, decided_by_id, decided_by_name,
                  decided_at, writes, note, progress_at, refusals)
                select :id, :card, count(*), :action, :zuid, :account, :address, :aliases, :owner,
                  :role, :priorStatus, :priorReadAt, :askedById, :askedByName, :channel, :askedAs,
                  :reason, :lasts, :lifts, :askedAt, :deadline, :state, :secondBecause, :firstById,
                  :firstByName, :firstAt, :changed, :decidedById, :decidedByName, :decidedAt,
                  :writes, :note, :progressAt, :refusals
                from requests where card_id = :card
                """),
            request)
        .bind("card", request.card().value())
        .bind("action", request.action().recorded())
        .bind("zuid", request.mailbox().id().zuid())
        .bind("account", request.mailbox().id().accountId())
        .bind("askedById", origin.by().id())
        .bind("askedByName", origin.by().name())
        .bind("channel", origin.channel())
        .bind("askedAs", origin.alias())
        .bind("reason", terms.reason())
        .bind("lasts", terms.lasts().toMillis())
        .bind("lifts", origin.endsBlock().map(RequestId::value).orElse(""))
        .bind("askedAt", origin.at().toEpochMilli())
        .bind("deadline", terms.deadline().toEpochMilli())
        .execute();
  }

  @Override
  public boolean move(ChangeRequest from, ChangeRequest next) {
    boolean isFirst = updated(from, next);
    if (isFirst) {
      moved.accept(next);
    }
    return isFirst;
  }

  private boolean updated(ChangeRequest from, ChangeRequest next) {
    return bindStep(
                handle.createUpdate(
                    """
                    update requests set address = :address, aliases = :aliases, owner = :owner,
                      role = :role, prior_status = :priorStatus, prior_read_at = :priorReadAt,
                      state = :state, second_because = :secondBecause, first_by_id = :firstById,
                      first_by_name = :firstByName, first_at = :firstAt, changed = :changed,
                      decided_by_id = :decidedById, decided_by_name = :decidedByName,
                      writes = :writes, note = :note, progress_at = :progressAt,
                      refusals = :refusals,
                    """
                        + DECIDED_AT
                        + """
                    where id = :id and state = :from and writes = :writesBefore
                      and first_by_id = :firstBefore
                    """),
                next)
            .bind("from", from.state().recorded())
            .bind("writesBefore", from.progress().writes())
            .bind("firstBefore", from.approvals().first().by().id())
            .execute()
        == 1;
  }

  @Override
  public Optional<ChangeRequest> find(RequestId id) {
    return handle
        .createQuery("select * from requests where id = :id")
        .bind("id", id.value())
        .map(RequestRow::request)
        .findFirst();
  }

  @Override
  public List<ChangeRequest> on(CardId card) {
    return handle
        .createQuery("select * from requests where card_id = :card order by row_number")
        .bind("card", card.value())
        .map(RequestRow::request)
        .list();
  }

  @Override
  public Optional<ChangeRequest> open(MailboxId mailbox, Action action) {
    return handle
        .createQuery(
            """
            select * from requests
            where account_id = :account and zuid = :zuid and action = :action
              and state in ('WAITING', 'CONFIRMED')
            order by case lifts when '' then 0 else 1 end, asked_at desc limit 1
            """)
        .bind("account", mailbox.accountId())
        .bind("zuid", mailbox.zuid())
        .bind("action", action.recorded())
        .map(RequestRow::request)
        .findFirst();
  }

  @Override
  public boolean hasEarlier(ChangeRequest confirmed) {
    return hasOther(
        confirmed,
        """
        state = 'CONFIRMED'
          and (decided_at < :decidedAt or decided_at = :decidedAt and id < :id)
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
          and (decided_at > :decidedAt or decided_at = :decidedAt and id > :id)
        """);
  }

  @Override
  public boolean hasNewerBlock(ChangeRequest unblock) {
    return hasOther(
        unblock, "state = 'CONFIRMED' and action = 'BLOCK' and decided_at > :decidedAt");
  }

  @Override
  public boolean isBeingChanged(MailboxId mailbox) {
    return handle
            .createQuery(
                """
                select count(*) from requests
                where account_id = :account and state in ('CONFIRMED', 'ACCEPTED')
                """)
            .bind("account", mailbox.accountId())
            .mapTo(Long.class)
            .one()
        > 0;
  }

  @Override
  public Optional<ChangeRequest> automaticUnblockOf(RequestId block) {
    return handle
        .createQuery("select * from requests where lifts = :block and lifts <> ''")
        .bind("block", block.value())
        .map(RequestRow::request)
        .findFirst();
  }

  private boolean hasOther(ChangeRequest request, String condition) {
    return handle
            .createQuery(
                "select count(*) from requests where account_id = :account and id <> :id and "
                    + condition)
            .bind("account", request.mailbox().id().accountId())
            .bind("decidedAt", request.decision().at().toEpochMilli())
            .bind("id", request.id().value())
            .mapTo(Long.class)
            .one()
        > 0;
  }

  private static <S extends SqlStatement<S>> S bindStep(S statement, ChangeRequest request) {
    Mailbox mailbox = request.mailbox();
    Approvals approvals = request.approvals();
    return statement
        .bind("id", request.id().value())
        .bind("address", mailbox.address().value())
        .bind("aliases", join(mailbox))
        .bind("owner", mailbox.owner())
        .bind("role", mailbox.role().recorded())
        .bind("priorStatus", mailbox.outgoing().recorded())
        .bind("priorReadAt", mailbox.readAt().toEpochMilli())
        .bind("state", request.state().recorded())
        .bind("secondBecause", approvals.because())
        .bind("firstById", approvals.first().by().id())
        .bind("firstByName", approvals.first().by().name())
        .bind("firstAt", approvals.first().at().toEpochMilli())
        .bind("changed", approvals.changed())
        .bind("decidedById", request.decision().by().id())
        .bind("decidedByName", request.decision().by().name())
        .bind("decidedAt", request.decision().at().toEpochMilli())
        .bind("writes", request.progress().writes())
        .bind("note", request.progress().note())
        .bind("progressAt", request.progress().at().toEpochMilli())
        .bind("refusals", request.progress().refusals());
  }

  private static String join(Mailbox mailbox) {
    return mailbox.aliases().stream()
        .sorted()
        .map(MailAddress::value)
        .collect(Collectors.joining(" "));
  }
}
