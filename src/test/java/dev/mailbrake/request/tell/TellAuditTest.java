package dev.mailbrake.request.tell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.audit.AuditEntry.AuditSubject;
import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.audit.AuditPosition;
import dev.mailbrake.audit.AuditRow;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.fixture.RecordOnDisk;
import dev.mailbrake.request.model.AuditLine;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.request.port.Next;
import dev.mailbrake.request.port.Replies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the audit channel gets, message by message. */
@Timeout(30)
class TellAuditTest {
  private static final String CHANNEL = "C0AUDIT001";
  private static final PersonName ADA = new PersonName("U0ADA00001", "Ada Lovelace");
  private static final String HEAD = "Head of the audit log: ";

  private final List<List<String>> messages = new ArrayList<>();
  private final Replies replies = mock();
  @AutoClose private final RecordOnDisk record = RecordOnDisk.fresh();
  private final TellAudit channel =
      new TellAudit(Optional.of(CHANNEL), replies, record.ledger, record.clock);

  @BeforeEach
  void open() {
    when(replies.tell(eq(CHANNEL), any()))
        .thenAnswer(
            call -> {
              List<AuditLine> lines = call.getArgument(1);
              messages.add(lines.stream().map(AuditLine::text).toList());
              return Delivery.done();
            });
  }

  @Test
  void postsTheHeadOnceThereIsOneAndThenOnceADay() {
    channel.run();
    assertThat(messages).isEmpty();

    happens(AuditEvent.ASKED, "");
    channel.run();
    assertThat(lines()).containsExactly(HEAD + "#1 · 2026-11-23 09:00 UTC · " + head().hash());

    happens(AuditEvent.ASKED, "");
    channel.run();
    assertThat(messages).hasSize(1);

    record.clock.passes(Duration.ofHours(15));
    channel.run();
    assertThat(lines()).hasSize(2).last().asString().startsWith(HEAD + "#2 · ");
  }

  /** Somebody who rewrites the chain has rows with other hashes than the channel got. */
  @Test
  void postsTheBeginningOfTheHashWithEachRow() {
    channel.run();
    happens(AuditEvent.CONFIRMED, "");

    channel.run();

    assertThat(lines())
        .first()
        .isEqualTo(
            "#1 · %s · 2026-11-23 09:00 UTC · confirmed · block rebecca@zylker.com"
                    .formatted(head().hash().substring(0, 12))
                + " · Ada Lovelace (U0ADA00001) · reason: sends phishing");
  }

  /** During a rolling upgrade, the newer process writes into the same record. */
  @Test
  void postsUnknownEventsByTheirNames() {
    channel.run();
    happens(AuditEvent.CONFIRMED, "");
    record.execute("update audit_log set event = 'BROKE_THE_GLASS', action = 'SEAL'");

    Next next = channel.run();

    assertThat(lines()).first().asString().contains(" · broke the glass · seal rebecca@zylker.com");
    assertThat(next).isEqualTo(Next.untried(Duration.ofSeconds(5)));
    assertThat(record.ledger.<Optional<AuditPosition>>update(it -> it.audit().told(CHANNEL)))
        .map(AuditPosition::seq)
        .contains(1L);
  }

  @Test
  void splitsLongRowsIntoMessagesThatSlackAccepts() {
    channel.run();
    IntStream.rangeClosed(1, 19)
        .forEach(row -> happens(AuditEvent.REFUSED, "rule: " + "x".repeat(900)));
    happens(AuditEvent.REFUSED, "rule: " + "x".repeat(20_000));
    happens(AuditEvent.CANCELLED, "last");

    channel.run();

    assertThat(lines()).hasSize(22).extracting(TellAuditTest::number).doesNotHaveDuplicates();
    assertThat(messages)
        .filteredOn(lines -> lines.size() > 1)
        .isNotEmpty()
        .allMatch(lines -> String.join("", lines).length() < 9_000);
    assertThat(lines()).last().asString().startsWith(HEAD + "#21 · ");
  }

  private static String number(String line) {
    return line.split(" · ", 2)[0];
  }

  private List<String> lines() {
    return messages.stream().flatMap(List::stream).toList();
  }

  private AuditRow head() {
    return record.ledger.update(tx -> tx.audit().head()).orElseThrow();
  }

  private void happens(AuditEvent event, String detail) {
    Instant now = record.clock.instant();
    AuditSubject rebecca = new AuditSubject("r", "BLOCK", "1", "2", "rebecca@zylker.com", "");
    record.ledger.update(
        tx -> {
          tx.audit().append(new AuditEntry(now, event, ADA, rebecca, "sends phishing", detail));
          return tx;
        });
  }
}
