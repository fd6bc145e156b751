package dev.mailbrake.request;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the audit channel each decision, each refusal, each export and each change of an approver's
 * address, in the order of the audit trail, and once a day the hash at its head: whoever keeps that
 * can see later whether the trail was cut.
 */
public final class TellAudit {
  private static final Set<AuditEvent> TOLD =
      EnumSet.of(
          AuditEvent.REFUSED,
          AuditEvent.REFUSED_CLICK,
          AuditEvent.FIRST_CONFIRMED,
          AuditEvent.FIRST_FALLEN,
          AuditEvent.CONFIRMED,
          AuditEvent.CANCELLED,
          AuditEvent.KEPT,
          AuditEvent.LIFTED,
          AuditEvent.DRIFT,
          AuditEvent.ADDRESS_CHANGED,
          AuditEvent.EXPORTED);

  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration UNTIL_MENDED = Duration.ofMinutes(1);
  private static final int AT_ONCE = 20;
  private static final Logger LOG = LoggerFactory.getLogger(TellAudit.class);

  private final Optional<String> channel;
  private final Replies replies;
  private final Ledger ledger;
  private final Clock clock;

  /**
   * @param channel the id of the channel; empty if nobody is told
   */
  public TellAudit(Optional<String> channel, Replies replies, Ledger ledger, Clock clock) {
    this.channel = channel;
    this.replies = replies;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Tells what is new, and asks to run again. What was told when a process died may be told twice:
   * each line has its number.
   */
  public Next run() {
    return channel.map(this::tell).orElse(Next.DONE);
  }

  private Next tell(String to) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Optional<News> news = ledger.transaction(entry -> news(entry, to, today));
    while (news.isPresent()) {
      Optional<Next> wait = tell(to, news.get());
      if (wait.isPresent()) {
        return wait.get();
      }
      news = ledger.transaction(entry -> news(entry, to, today));
    }
    return Next.untried(PAUSE);
  }

  /** A channel that is told for the first time is not told what was before. */
  private static Optional<News> news(Ledger.Entry entry, String to, LocalDate today) {
    long head = entry.audit().head().map(AuditRow::seq).orElse(0L);
    AuditPosition from = entry.audit().told(to).orElseGet(() -> begin(entry, to, head));
    List<AuditRow> rows = entry.audit().after(from.seq(), AT_ONCE);
    boolean isNewDay = rows.size() < AT_ONCE && from.day().isBefore(today);
    if (rows.isEmpty() && !isNewDay) {
      return Optional.empty();
    }
    Stream<String> lines =
        rows.stream().filter(row -> TOLD.contains(row.entry().event())).map(AuditWording::line);
    Stream<String> hash =
        isNewDay ? entry.audit().head().map(AuditWording::headHash).stream() : Stream.empty();
    long last = rows.isEmpty() ? from.seq() : rows.get(rows.size() - 1).seq();
    return Optional.of(
        new News(
            Stream.concat(lines, hash).toList(),
            new AuditPosition(to, last, isNewDay ? today : from.day())));
  }

  /** Noted before anything is told: what happens while Slack is away is not "before" any more. */
  private static AuditPosition begin(Ledger.Entry entry, String to, long head) {
    AuditPosition start = new AuditPosition(to, head, LocalDate.EPOCH);
    entry.audit().tell(start);
    return start;
  }

  /** Empty once it is told and noted. */
  private Optional<Next> tell(String to, News news) {
    Delivery delivery =
        news.lines().isEmpty()
            ? new Delivery.Delivered(CardPlace.none())
            : replies.tell(to, news.lines());
    return delivery.fold(
        done -> {
          ledger.transaction(
              entry -> {
                entry.audit().tell(news.upTo());
                return done;
              });
          return Optional.empty();
        },
        (why, pause) -> Optional.of(Next.untried(pause.compareTo(PAUSE) > 0 ? pause : PAUSE)),
        why -> {
          LOG.error("the audit channel {} is not told: {}; it is tried again", to, why);
          return Optional.of(Next.untried(UNTIL_MENDED));
        });
  }

  private record News(List<String> lines, AuditPosition upTo) {}
}
