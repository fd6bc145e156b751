package dev.mailbrake.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.audit.AuditChain;
import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.audit.AuditEntry.AuditSubject;
import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.audit.AuditPosition;
import dev.mailbrake.audit.AuditRow;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.fixture.AuditHash;
import dev.mailbrake.fixture.RecordOnDisk;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reading the audit log again, and how much of it a channel got. */
@Timeout(30)
class AuditTableTest {
  private static final String CHANNEL = "C0AUDIT001";
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

  @AutoClose private final RecordOnDisk record = RecordOnDisk.fresh();

  @Test
  void hasNoHeadBeforeItsFirstRow() {
    assertThat(head()).isEmpty();
    assertThat(after(0, 9)).isEmpty();
  }

  @Test
  void readsTheRowsAfterAnotherInOrder() {
    List.of("one", "two", "three").forEach(record::append);

    assertThat(after(0, 9)).extracting(AuditRow::seq).containsExactly(1L, 2L, 3L);
    assertThat(after(0, 2)).extracting(AuditRow::seq).containsExactly(1L, 2L);
    assertThat(after(2, 9)).extracting(AuditRow::detail).containsExactly("three");
    assertThat(after(3, 9)).isEmpty();
    assertThat(head()).contains(after(2, 1).get(0));
  }

  @ParameterizedTest
  @EnumSource(AuditEvent.class)
  void readsARowAsItWasWritten(AuditEvent event) {
    AuditEntry written =
        new AuditEntry(
            RecordOnDisk.NOW,
            event,
            PersonName.MAILBRAKE,
            new AuditSubject("r", "ALLOW", "1", "2", "rebecca@zylker.com", "BLOCKED"),
            "Grüße\n😀",
            "two approvers: …");
    record.within(
        entry -> {
          entry.audit().append(written);
          return written;
        });

    AuditRow read = head().orElseThrow();

    assertThat(read)
        .isEqualTo(
            new AuditRow(
                1,
                written.at(),
                event.name(),
                written.who(),
                written.subject(),
                written.reason(),
                written.detail(),
                AuditChain.START,
                AuditHash.of(1, written, AuditChain.START)));
  }

  @Test
  void remembersHowFarEachChannelGot() {
    AuditPosition first = new AuditPosition(CHANNEL, 3, TODAY);
    AuditPosition other = new AuditPosition("C0OTHER001", 1, LocalDate.EPOCH);

    assertThat(told(CHANNEL)).isEmpty();
    tell(first);
    tell(other);
    assertThat(told(CHANNEL)).contains(first);

    AuditPosition next = new AuditPosition(CHANNEL, 4, TODAY.plusDays(1));
    tell(next);
    assertThat(told(CHANNEL)).contains(next);
    assertThat(told("C0OTHER001")).contains(other);
  }

  private Optional<AuditRow> head() {
    return record.within(entry -> entry.audit().head());
  }

  private List<AuditRow> after(long seq, int most) {
    return record.within(entry -> entry.audit().after(seq, most));
  }

  private Optional<AuditPosition> told(String channel) {
    return record.within(entry -> entry.audit().told(channel));
  }

  private void tell(AuditPosition position) {
    record.within(
        entry -> {
          entry.audit().tell(position);
          return position;
        });
  }
}
