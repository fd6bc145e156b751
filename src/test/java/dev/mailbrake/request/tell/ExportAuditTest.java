package dev.mailbrake.request.tell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.mailbrake.audit.AuditEntry.AuditSubject;
import dev.mailbrake.audit.AuditLog;
import dev.mailbrake.audit.AuditLog.AuditFilter;
import dev.mailbrake.audit.AuditRow;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.fixture.RecordOnDisk;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.request.model.AuditLine;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.LedgerUnavailable;
import dev.mailbrake.request.port.Replies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ExportAuditTest {
  private static final PersonName ADA = PersonName.ofSystem("ada");
  private static final String CHANNEL = "C0AUDIT001";
  private static final AuditFilter NARROW =
      new AuditFilter(
          Optional.of(Instant.parse("2026-11-01T00:00:00Z")),
          Optional.of(Instant.parse("2026-12-01T00:00:00Z")),
          Optional.of(new MailAddress("rebecca@zylker.com")));

  @AutoClose private final RecordOnDisk record = RecordOnDisk.fresh();

  @Test
  void isRecordedBeforeTheFirstRowIsWritten() {
    List<AuditRow> heads = new ArrayList<>();

    export((filter, upTo, reader) -> heads.add(head()), NARROW);

    assertThat(heads)
        .singleElement()
        .usingRecursiveComparison()
        .ignoringFields("previousHash", "hash")
        .isEqualTo(
            new AuditRow(
                1,
                record.clock.instant(),
                "EXPORTED",
                ADA,
                AuditSubject.named("", "", "rebecca@zylker.com"),
                "",
                "as csv, of rebecca@zylker.com, since 2026-11-01T00:00:00Z,"
                    + " before 2026-12-01T00:00:00Z",
                "",
                ""));
  }

  @Test
  void endsWithTheRowThatRecordsIt() {
    List<Long> ends = new ArrayList<>();

    export((filter, upTo, reader) -> ends.add(upTo), AuditFilter.ALL);
    export((filter, upTo, reader) -> ends.add(upTo), AuditFilter.ALL);

    assertThat(ends).containsExactly(1L, 2L);
    assertThat(head().detail()).isEqualTo("as csv");
  }

  @Test
  void exportsNothingIfItCannotBeRecorded() {
    Ledger full = mock();
    LedgerUnavailable why = new LedgerUnavailable("the disk is full", new RuntimeException());
    when(full.update(any())).thenThrow(why);
    AuditLog log = mock();

    assertThatThrownBy(
            () ->
                new ExportAudit(full, log, record.clock)
                    .run(ADA, "csv", AuditFilter.ALL, row -> {}))
        .isSameAs(why);

    verifyNoInteractions(log);
  }

  @Test
  void isPostedInTheAuditChannel() {
    List<String> told = new ArrayList<>();
    Replies replies = mock();
    when(replies.tell(any(), any()))
        .thenAnswer(
            call -> {
              List<AuditLine> lines = call.getArgument(1);
              lines.forEach(line -> told.add(line.text()));
              return Delivery.done();
            });
    TellAudit channel = new TellAudit(Optional.of(CHANNEL), replies, record.ledger, record.clock);
    channel.run();

    export((filter, upTo, reader) -> {}, AuditFilter.ALL);
    channel.run();

    assertThat(told)
        .contains(
            "#1 · %s · 2026-11-23 09:00 UTC · exported · ada (os-user) · as csv"
                .formatted(head().hash().substring(0, 12)));
  }

  private void export(AuditLog log, AuditFilter filter) {
    new ExportAudit(record.ledger, log, record.clock).run(ADA, "csv", filter, row -> {});
  }

  private AuditRow head() {
    return record.ledger.update(tx -> tx.audit().head()).orElseThrow();
  }
}
