package dev.mailbrake.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.audit.AuditEntry.AuditSubject;
import dev.mailbrake.fixture.AuditHash;
import dev.mailbrake.fixture.RecordOnDisk;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditChainTest {
  private static final Instant AT = Instant.parse("2026-11-23T09:00:00.123Z");
  private static final String GOLDEN =
      "2d2fe3c13a90533b251bb78fa9fbf5f15a5dcff17a58f8aff6ac78e4e17744b2";
  private static final String[] WORDS = {
    "U0ADA00001", "Ada", "r", "B", "1", "2", "a", "p", "w", "d"
  };
  private static final AuditEntry ENTRY = entry(AT, AuditEvent.CONFIRMED, WORDS);

  private static final List<String> DETAILS =
      List.of("", "rule", "Grüße 😀", "a\u0000b", "\ud83d half a pair");

  /** Rows written years ago must still verify: this value never changes. */
  @Test
  void neverChangesItsForm() {
    assertThat(AuditHash.of(1, ENTRY, AuditChain.START)).isEqualTo(GOLDEN);
  }

  @Test
  void isSha256OverEachFieldBehindItsLengthInBytes() throws Exception {
    AuditEntry umlaut = entry(AT, AuditEvent.EXPIRED, "é", "", "", "", "", "", "", "", "", "");
    String text =
        "2:42"
            + "13:1795424400123"
            + "7:EXPIRED"
            + "2:é"
            + "0:".repeat(9)
            + "64:"
            + AuditChain.START;

    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));

    assertThat(AuditHash.of(42, umlaut, AuditChain.START))
        .isEqualTo(HexFormat.of().formatHex(digest));
  }

  static Stream<AuditEntry> changed() {
    List<AuditEntry> rows = new ArrayList<>();
    rows.add(entry(AT.plusMillis(1), AuditEvent.CONFIRMED, WORDS));
    rows.add(entry(AT, AuditEvent.CANCELLED, WORDS));
    for (int field = 0; field < WORDS.length; field++) {
      String[] words = WORDS.clone();
      words[field] += "!";
      rows.add(entry(AT, AuditEvent.CONFIRMED, words));
    }
    // The same letters, divided differently between two fields.
    rows.add(
        entry(
            AT, AuditEvent.CONFIRMED, "U0ADA00001A", "da", "r", "B", "1", "2", "a", "p", "w", "d"));
    rows.add(
        entry(
            AT, AuditEvent.CONFIRMED, "U0ADA00001", "Ada", "r", "B", "1", "2", "a", "p", "wd", ""));
    rows.add(
        entry(
            AT,
            AuditEvent.CONFIRMED,
            "U0ADA00001",
            "Ada",
            "r",
            "B",
            "1",
            "2",
            "a",
            "p",
            "w1:d",
            ""));
    return rows.stream();
  }

  @ParameterizedTest
  @MethodSource("changed")
  void givesARowWithOtherContentsAnotherHash(AuditEntry other) {
    assertThat(AuditHash.of(1, other, AuditChain.START))
        .isNotEqualTo(AuditHash.of(1, ENTRY, AuditChain.START));
  }

  @Test
  void coversTheRowsNumberAndThePreviousHash() {
    String hash = AuditHash.of(1, ENTRY, AuditChain.START);

    assertThat(AuditHash.of(2, ENTRY, AuditChain.START)).isNotEqualTo(hash);
    assertThat(AuditHash.of(1, ENTRY, hash)).isNotEqualTo(hash);
  }

  @Test
  void verifiesWhenTheStoredRowsAreHashedAgain() {
    try (RecordOnDisk record = filled()) {
      assertThat(rows(record)).hasSize(5);
      assertThat(verifies(rows(record))).isTrue();
    }
  }

  @Test
  void continuesAfterARestart() {
    try (RecordOnDisk before = filled()) {
      before.database.close();
      try (RecordOnDisk record = RecordOnDisk.at(before.place)) {
        DETAILS.forEach(record::append);
        assertThat(rows(record)).hasSize(10);
        assertThat(verifies(rows(record))).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_log set detail = 'x' where seq = 3",
        "update audit_log set at = at + 1 where seq = 3",
        "update audit_log set actor_id = 'U0NILS0001' where seq = 5",
        "update audit_log set reason = '' where seq = 1",
        "delete from audit_log where seq = 3",
        "delete from audit_log where seq = 1",
        "update audit_log set seq = case seq when 2 then 13 when 3 then 12 end where seq in (2, 3);"
            + " update audit_log set seq = seq - 10 where seq > 10",
        "update audit_log set previous_hash = hash where seq = 2"
      })
  void doesNotVerifyOnceARowWasChangedRemovedOrMoved(String tampering) {
    try (RecordOnDisk record = filled()) {
      record.execute(tampering);

      assertThat(verifies(rows(record))).isFalse();
    }
  }

  private RecordOnDisk filled() {
    RecordOnDisk record = RecordOnDisk.fresh();
    DETAILS.forEach(record::append);
    return record;
  }

  private record Row(long seq, AuditEntry entry, String previous, String hash) {}

  private static boolean verifies(List<Row> rows) {
    String previous = AuditChain.START;
    long seq = 0;
    for (Row row : rows) {
      seq++;
      boolean linked = row.seq() == seq && row.previous().equals(previous);
      if (!linked || !row.hash().equals(AuditHash.of(seq, row.entry(), previous))) {
        return false;
      }
      previous = row.hash();
    }
    return true;
  }

  private static List<Row> rows(RecordOnDisk record) {
    return record.outside.withHandle(
        handle ->
            new ArrayList<>(
                handle
                    .createQuery("select * from audit_log order by seq")
                    .map(
                        (row, context) ->
                            new Row(
                                row.getLong("seq"),
                                entry(
                                    Instant.ofEpochMilli(row.getLong("at")),
                                    AuditEvent.valueOf(row.getString("event")),
                                    row.getString("actor_id"),
                                    row.getString("actor_name"),
                                    row.getString("request_id"),
                                    row.getString("action"),
                                    row.getString("zuid"),
                                    row.getString("account_id"),
                                    row.getString("address"),
                                    row.getString("prior_state"),
                                    row.getString("reason"),
                                    row.getString("detail")),
                                row.getString("previous_hash"),
                                row.getString("hash")))
                    .list()));
  }

  private static AuditEntry entry(Instant at, AuditEvent event, String... words) {
    return new AuditEntry(
        at,
        event,
        new PersonName(words[0], words[1]),
        new AuditSubject(words[2], words[3], words[4], words[5], words[6], words[7]),
        words[8],
        words[9]);
  }
}
