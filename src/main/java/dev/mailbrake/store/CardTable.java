package dev.mailbrake.store;

import dev.mailbrake.request.model.Card;
import dev.mailbrake.request.model.CardId;
import dev.mailbrake.request.model.CardPlace;
import dev.mailbrake.request.model.Matter;
import dev.mailbrake.request.model.Recipient.ReplyUrl;
import dev.mailbrake.request.port.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

final class CardTable implements Transaction.Cards {
  private static final String PLACE =
      """
      place = :place.kind.recorded, message = :place.message, reply_url = :place.replyUrl.url,
      reply_uses_left = :place.replyUrl.usesLeft, reply_expires = :place.replyUrl.expires
      """;

  /** More than two processes' measurements of one clock differ by. */
  private static final Duration SKEW = Duration.ofSeconds(1);

  private final Handle handle;

  CardTable(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void add(Card card) {
    handle
        .createUpdate(
            """
            insert into cards (id, channel, thread, about, place, message, reply_url, reply_uses_left,
              reply_expires, revision, shown)
            values (:id.value, :channel, :topic.thread, :topic.about, :place.kind.recorded, :place.message, :place.replyUrl.url,
              :place.replyUrl.usesLeft, :place.replyUrl.expires, :revision, :shown)
            """)
        .bindMethods(card)
        .execute();
  }

  @Override
  public Optional<Card> find(CardId id) {
    return handle
        .select("select * from cards where id = ?", id.value())
        .map(CardTable::card)
        .findFirst();
  }

  @Override
  public long changed(CardId id) {
    handle.execute("update cards set revision = revision + 1 where id = ?", id.value());
    return handle
        .select("select revision from cards where id = ?", id.value())
        .mapTo(Long.class)
        .one();
  }

  @Override
  public void place(CardId id, CardPlace place) {
    handle
        .createUpdate("update cards set " + PLACE + " where id = :id")
        .bindMethods("place", place)
        .bind("id", id.value())
        .execute();
  }

  @Override
  public void shown(CardId id, CardPlace place, long revision) {
    handle
        .createUpdate(
            "update cards set "
                + PLACE
                + ", shown = case when shown < :shown then :shown else shown end where id = :id")
        .bindMethods("place", place)
        .bind("id", id.value())
        .bind("shown", revision)
        .execute();
  }

  @Override
  public boolean takeTurn(CardId id, String turn, Instant now, Instant ends) {
    return handle
            .createUpdate(
                """
                update cards set turn_of = :turn, turn_ends = :ends
                where id = :id
                  and (turn_of in ('', :turn) or turn_ends <= :now or turn_ends > :latest)
                """)
            .bind("id", id.value())
            .bind("turn", turn)
            .bind("now", now)
            .bind("ends", ends)
            .bind("latest", ends.plus(SKEW))
            .execute()
        == 1;
  }

  @Override
  public boolean endTurn(CardId id, String turn) {
    return handle.execute(
            "update cards set turn_of = '' where id = ? and turn_of = ?", id.value(), turn)
        == 1;
  }

  @Override
  public boolean advise(CardId id) {
    return handle.execute("update cards set advised = 1 where id = ? and advised = 0", id.value())
        == 1;
  }

  @Override
  public boolean ring(CardId id, Matter matter) {
    return handle.execute(
            "insert into rings (card_id, matter) values (?, ?) on conflict do nothing",
            id.value(),
            matter.recorded())
        == 1;
  }

  private static Card card(ResultSet row, StatementContext context) throws SQLException {
    ReplyUrl replyUrl =
        new ReplyUrl(
            row.getString("reply_url"),
            row.getInt("reply_uses_left"),
            Columns.moment(row, "reply_expires"));
    return new Card(
        new CardId(row.getString("id")),
        row.getString("channel"),
        new Card.Topic(row.getString("thread"), row.getString("about")),
        new CardPlace(
            Columns.constant(CardPlace.Kind.class, row, "place"),
            row.getString("message"),
            replyUrl),
        row.getLong("revision"),
        row.getLong("shown"));
  }
}
