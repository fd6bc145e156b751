package dev.mailbrake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mailbrake.audit.AuditChain;
import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.audit.AuditEntry.AuditSubject;
import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.audit.AuditLog.AuditFilter;
import dev.mailbrake.audit.AuditRow;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.fixture.AuditHash;
import dev.mailbrake.fixture.RecordOnDisk;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.request.port.LedgerUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jdbi.v3.core.statement.StatementException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The audit log as read from beginning to end. */
@Timeout(30)
class SqlAuditLogTest {
  @AutoClose private final RecordOnDisk record = RecordOnDisk.fresh();
  private final SqlAuditLog log = new SqlAuditLog(record.database);

  @Test
  void readsEveryRowOnceInOrder() {
    fill(1_234);

    assertThat(read(AuditFilter.ALL, Long.MAX_VALUE)).containsExactlyElementsOf(upTo(1_234));
    assertThat(read(AuditFilter.ALL, 1_000)).containsExactlyElementsOf(upTo(1_000));
  }

  @Test
  void readsNothingFromAnEmptyLog() {
    assertThat(read(AuditFilter.ALL, Long.MAX_VALUE)).isEmpty();
  }

  /** Rows are not read all at once, and others write in between. */
  @Test
  void holdsAFewRowsAtATimeAndBlocksNoWriter() {
    fill(1_234);
    List<Long> read = new ArrayList<>();

    log.read(
        AuditFilter.ALL,
        Long.MAX_VALUE,
        row -> {
          if (row.seq() == 1) {
            record.execute("delete from audit_log where seq > 600");
            record.append("written meanwhile");
          }
          read.add(row.seq());
        });

    assertThat(read).containsExactlyElementsOf(upTo(601));
  }

  @Test
  void readsARowAsStoredEvenIfItWasChanged() {
    record.append("one");
    record.execute("update audit_log set event = 'NONSENSE'");
    List<AuditRow> rows = new ArrayList<>();

    log.read(AuditFilter.ALL, 1, rows::add);

    AuditEntry written = RecordOnDisk.audited("one");
    assertThat(rows)
        .containsExactly(
            new AuditRow(
                1,
                written.at(),
                "NONSENSE",
                written.who(),
                written.subject(),
                written.reason(),
                written.detail(),
                AuditChain.START,
                AuditHash.of(1, written, AuditChain.START)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T09:00:01Z, '', '2 3'",
    "2026-11-23T09:00:01.001Z, '', '3'",
    "'', 2026-11-23T09:00:01Z, '1'",
    "'', 2026-11-23T09:00:01.001Z, '1 2'",
    "2026-11-23T09:00:01Z, 2026-11-23T09:00:02Z, '2'",
    "2026-11-23T09:00:02Z, 2026-11-23T09:00:01Z, ''"
  })
  void readsBetweenTwoTimes(String since, String until, String expected) {
    for (int second = 0; second < 3; second++) {
      append(Instant.parse("2026-11-23T09:00:00Z").plusSeconds(second), "1", "rebecca@zylker.com");
    }

    assertThat(read(new AuditFilter(moment(since), moment(until), Optional.empty()), 9))
        .map(String::valueOf)
        .containsExactly(expected.isEmpty() ? new String[0] : expected.split(" "));
  }

  @Test
  void readsWhatAllAccountsOfAnAddressDidAndWhatNamesIt() {
    List.of(
            new String[] {"1", "rebecca@zylker.com"},
            new String[] {"2", "paula@zylker.com"},
            new String[] {"1", "becky@zylker.com"},
            new String[] {"", "Rebecca@Zylker.com"},
            new String[] {"", "becky@zylker.com"},
            new String[] {"3", "rebecca@zylker.com"},
            new String[] {"3", "new@zylker.com"})
        .forEach(row -> append(RecordOnDisk.NOW, row[0], row[1]));

    assertThat(read(of("rebecca@zylker.com"), 9)).containsExactly(1L, 3L, 4L, 6L, 7L);
    assertThat(read(of("rebecca@zylker.com"), 6)).containsExactly(1L, 3L, 4L, 6L);
    assertThat(read(of("becky@zylker.com"), 9)).containsExactly(1L, 3L, 5L);
    assertThat(read(of("nobody@zylker.com"), 9)).isEmpty();
  }

  @Test
  void saysThatTheDatabaseCannotBeRead() {
    record.close();

    assertThatThrownBy(() -> read(AuditFilter.ALL, 9))
        .isInstanceOf(LedgerUnavailable.class)
        .hasMessageStartingWith("the database cannot be read: ");
  }

  @Test
  void reportsABugInItsOwnSqlAsABug() {
    record.execute("drop table audit_log");

    assertThatThrownBy(() -> read(AuditFilter.ALL, 9))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("audit_log");
  }

  /** Not every failure comes from the database. */
  @Test
  void passesOnAReadersOwnFailure() {
    record.append("one");
    IllegalStateException full = new IllegalStateException("full");

    assertThatThrownBy(
            () ->
                log.read(
                    AuditFilter.ALL,
                    9,
                    row -> {
                      throw full;
                    }))
        .isSameAs(full);
  }

  private List<Long> read(AuditFilter filter, long upTo) {
    List<Long> rows = new ArrayList<>();
    log.read(filter, upTo, row -> rows.add(row.seq()));
    return rows;
  }

  private static AuditFilter of(String address) {
    return new AuditFilter(
        Optional.empty(), Optional.empty(), Optional.of(new MailAddress(address)));
  }

  private static Optional<Instant> moment(String text) {
    return Optional.of(text).filter(moment -> !moment.isEmpty()).map(Instant::parse);
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  private void fill(int rows) {
    record.within(
        entry -> {
          for (int row = 0; row < rows; row++) {
            entry.audit().append(RecordOnDisk.audited("one of many"));
          }
          return entry;
        });
  }

  private void append(Instant at, String account, String address) {
    AuditSubject subject = new AuditSubject("r", "BLOCK", "", account, address, "");
    record.within(
        entry -> {
          entry
              .audit()
              .append(
                  new AuditEntry(
                      at, AuditEvent.ASKED, PersonName.MAILBRAKE, subject, "why", "what"));
          return entry;
        });
  }
}
