package dev.mailbrake.request.tell;

import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.audit.AuditPosition;
import dev.mailbrake.audit.AuditRow;
import dev.mailbrake.request.model.AuditLine;
import dev.mailbrake.request.model.Card;
import dev.mailbrake.request.model.RequestId;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.request.port.Delivery.Done;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.Next;
import dev.mailbrake.request.port.Replies;
import dev.mailbrake.request.port.Transaction;
import dev.mailbrake.request.wording.AuditWording;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts each decision, outcome, refusal, export and change of an approver's address to the audit
 * channel, each with a link to its card, in the order of the audit log; and once a day the hash at
 * its head, which proves later whether the log was cut or rewritten.
 */
public final class TellAudit {
  /** Names, because a newer process may record others, which are posted. */
  private static final Set<String> NOT_TOLD =
      Stream.of(
              AuditEvent.ASKED, AuditEvent.ATTEMPTED, AuditEvent.TIMER_SET, AuditEvent.TIMER_ENDED)
          .map(AuditEvent::name)
          .collect(Collectors.toUnmodifiableSet());

  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration UNTIL_FIXED = Duration.ofMinutes(1);
  private static final int AT_ONCE = 20;

  /** Slack refuses a message whose blocks exceed 11,000 characters together (undocumented). */
  private static final int CHARACTERS_AT_ONCE = 6_000;

  private static final Logger LOG = LoggerFactory.getLogger(TellAudit.class);

  private final Optional<String> channel;
  private final Replies replies;
  private final Ledger ledger;
  private final Clock clock;

  public TellAudit(Optional<String> channel, Replies replies, Ledger ledger, Clock clock) {
    this.channel = channel;
    this.replies = replies;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Posts what is new. After a crash, lines may be posted twice: each has its number. */
  public Next run() {
    return channel.map(this::tell).orElse(Next.DONE);
  }

  /** Starts a new channel at the head of the log: earlier rows are not posted there. */
  public void begin(Transaction tx) {
    channel.ifPresent(to -> position(tx, to));
  }

  private Next tell(String to) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Optional<News> news = ledger.update(tx -> news(tx, to, today));
    while (news.isPresent()) {
      Optional<Next> wait = tell(to, news.get());
      if (wait.isPresent()) {
        return wait.get();
      }
      news = ledger.update(tx -> news(tx, to, today));
    }
    return Next.untried(PAUSE);
  }

  private static Optional<News> news(Transaction tx, String to, LocalDate today) {
    Optional<AuditRow> head = tx.audit().head();
    AuditPosition from = position(tx, to);
    List<AuditRow> next = tx.audit().after(from.seq(), AT_ONCE);
    List<AuditRow> rows = fitting(next);
    boolean isUpToDate = next.size() < AT_ONCE && rows.size() == next.size();
    boolean isNewDay = head.isPresent() && isUpToDate && !from.day().equals(today);
    if (rows.isEmpty() && !isNewDay) {
      return Optional.empty();
    }
    Stream<AuditLine> lines = rows.stream().filter(TellAudit::isTold).map(row -> line(tx, row));
    Stream<AuditLine> hash =
        head
            .filter(row -> isNewDay)
            .map(row -> new AuditLine(AuditWording.headHash(row), Optional.empty()))
            .stream();
    long last = rows.isEmpty() ? from.seq() : rows.get(rows.size() - 1).seq();
    return Optional.of(
        new News(
            Stream.concat(lines, hash).toList(),
            new AuditPosition(to, last, isNewDay ? today : from.day())));
  }

  private static AuditLine line(Transaction tx, AuditRow row) {
    Optional<Card> card =
        tx.requests()
            .find(new RequestId(row.subject().requestId()))
            .flatMap(request -> tx.cards().find(request.card()));
    return new AuditLine(AuditWording.line(row), card.flatMap(Card::pointer));
  }

  /** As many as fit into one message, at least one. */
  private static List<AuditRow> fitting(List<AuditRow> rows) {
    int room = CHARACTERS_AT_ONCE;
    for (int count = 0; count < rows.size(); count++) {
      AuditRow row = rows.get(count);
      room -= isTold(row) ? AuditWording.line(row).length() : 0;
      if (room < 0 && count > 0) {
        return rows.subList(0, count);
      }
    }
    return rows;
  }

  private static boolean isTold(AuditRow row) {
    return !NOT_TOLD.contains(row.event());
  }

  /** Recorded before the first message, so nothing that happens while Slack is down is skipped. */
  private static AuditPosition position(Transaction tx, String to) {
    return tx.audit()
        .told(to)
        .orElseGet(
            () -> {
              long before = tx.audit().head().map(AuditRow::seq).orElse(0L);
              AuditPosition start = new AuditPosition(to, before, LocalDate.EPOCH);
              tx.audit().tell(start);
              return start;
            });
  }

  /** Empty once the news is posted and recorded. */
  private Optional<Next> tell(String to, News news) {
    Delivery<Done> delivery =
        news.lines().isEmpty() ? Delivery.done() : replies.tell(to, news.lines());
    return delivery.fold(
        done -> {
          ledger.write(tx -> tx.audit().tell(news.upTo()));
          return Optional.empty();
        },
        (why, pause) -> Optional.of(Next.untried(pause.compareTo(PAUSE) > 0 ? pause : PAUSE)),
        refusal -> {
          LOG.error("cannot post to the audit channel {}: {}; trying again", to, refusal.why());
          return Optional.of(Next.untried(UNTIL_FIXED));
        });
  }

  private record News(List<AuditLine> lines, AuditPosition upTo) {}
}
