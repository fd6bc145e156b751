package dev.mailbrake.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.audit.Verification.Broken;
import dev.mailbrake.audit.Verification.Damage;
import dev.mailbrake.audit.Verification.Damage.DamageKind;
import dev.mailbrake.audit.Verification.Intact;
import dev.mailbrake.fixture.AuditHash;
import dev.mailbrake.fixture.RecordOnDisk;
import dev.mailbrake.job.JobTable;
import dev.mailbrake.store.Database;
import dev.mailbrake.store.SqlAuditLog;
import dev.mailbrake.store.SqlLedger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody with write access can do to the audit log, and how it is detected. */
@Timeout(30)
class AuditVerifierTest {
  private static final String SWAP =
      "update audit_log set seq = case seq when 2 then 13 when 3 then 12 end where seq in (2, 3);"
          + " update audit_log set seq = seq - 10 where seq > 10";

  @AutoClose private final RecordOnDisk record = RecordOnDisk.fresh();

  @BeforeEach
  void fill() {
    // With characters that no database stores unchanged.
    Stream.of("one", "Grüße 😀\n", "a\u0000b", "\ud83d", "five").forEach(record::append);
  }

  @Test
  void findsNothingInAnIntactAuditLog() {
    assertThat(verify()).isEqualTo(new Intact(5, head(), OptionalLong.empty()));
  }

  @Test
  void findsNothingInAnEmptyAuditLog() {
    record.execute("delete from audit_log");

    assertThat(verify()).isEqualTo(new Intact(0, AuditChain.START, OptionalLong.empty()));
    assertThat(verify(AuditChain.START))
        .isEqualTo(new Intact(0, AuditChain.START, OptionalLong.of(0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "at = at + 1",
        "event = 'CANCELLED'",
        "event = 'NO_SUCH_EVENT'",
        "actor_id = 'U0NILS0001'",
        "actor_name = 'Nils'",
        "request_id = 'request-2'",
        "action = 'ALLOW'",
        "zuid = '2'",
        "account_id = '1'",
        "address = 'paula@zylker.com'",
        "prior_state = ''",
        "reason = ''",
        "detail = detail || ' '",
        "previous_hash = hash",
        "hash = previous_hash"
      })
  void findsAChangedRow(String change) {
    record.execute("update audit_log set " + change + " where seq = 3");

    assertThat(damages()).contains(Damage.ofRow(DamageKind.CHANGED, 3));
  }

  @ParameterizedTest
  @CsvSource({"seq = 1, 1, 1", "seq <= 2, 1, 2", "seq = 3, 3, 3", "seq in (2; 3; 4), 2, 4"})
  void findsRemovedRows(String rows, long first, long last) {
    record.execute("delete from audit_log where " + rows.replace(';', ','));

    assertThat(damages()).containsExactly(new Damage(DamageKind.REMOVED, first, last));
  }

  @Test
  void findsSwappedRows() {
    record.execute(SWAP);

    assertThat(damages())
        .containsExactly(
            Damage.ofRow(DamageKind.CHANGED, 2), Damage.ofRow(DamageKind.CHANGED, 3), detached(4));
  }

  @Test
  void findsARewrittenRowWithAHashThatFits() {
    rewrite(3);

    assertThat(damages()).containsExactly(detached(4));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -7})
  void findsARowWithAnImpossibleNumber(long seq) {
    record.execute("update audit_log set seq = " + seq + " where seq = 5");

    assertThat(damages()).containsExactly(Damage.ofRow(DamageKind.OUT_OF_PLACE, seq));
  }

  @Test
  void cannotSeeAloneThatTheEndIsMissing() {
    record.execute("delete from audit_log where seq > 3");

    assertThat(verify()).isInstanceOf(Intact.class);
  }

  @Test
  void detectsAMissingEndByAKeptHash() {
    String kept = head();
    record.execute("delete from audit_log where seq > 3");

    assertThat(damages(kept)).containsExactly(new Damage(DamageKind.HEAD_NOT_FOUND, 1, 3));
  }

  @Test
  void detectsARewrittenEndByAKeptHash() {
    String kept = head();
    rewrite(5);

    assertThat(verify()).isInstanceOf(Intact.class);
    assertThat(damages(kept)).containsExactly(new Damage(DamageKind.HEAD_NOT_FOUND, 1, 5));
  }

  @Test
  void detectsAMissingEndByTheLastPostInTheAuditChannel() {
    tellsUpTo("C0AUDIT001", 5);
    tellsUpTo("C0OTHER001", 2);
    assertThat(verify()).isInstanceOf(Intact.class);

    record.execute("delete from audit_log where seq > 3");

    assertThat(damages()).containsExactly(new Damage(DamageKind.CUT_OFF, 4, 5));
  }

  @Test
  void findsAKeptHashThatIsNoLongerTheNewest() {
    String kept = head();
    record.append("six");
    record.append("seven");

    assertThat(verify(kept)).isEqualTo(new Intact(7, head(), OptionalLong.of(5)));
  }

  @Test
  void verifiesRowsThatTheBotAndAVisitorWriteInTurns() {
    try (Database visited = Database.visit(record.place.settings())) {
      new SqlLedger(visited, JobTable.of(visited.dataSource(), record.clock), written -> {})
          .update(
              tx -> {
                tx.audit().append(RecordOnDisk.audited("by the visitor"));
                return tx;
              });
      record.append("by the bot");

      assertThat(verify(visited, Optional.of(head())))
          .isEqualTo(new Intact(7, head(), OptionalLong.of(7)));
    }
  }

  @Test
  void countsAllProblemsAndNamesTheFirst() {
    record.within(
        tx -> {
          for (int row = 0; row < 30; row++) {
            tx.audit().append(RecordOnDisk.audited("more"));
          }
          return tx;
        });
    record.execute("update audit_log set reason = ''");

    assertThat(verify())
        .isInstanceOfSatisfying(
            Broken.class,
            broken -> {
              assertThat(broken.rows()).isEqualTo(35);
              assertThat(broken.found()).isEqualTo(35);
              assertThat(broken.first())
                  .hasSize(20)
                  .startsWith(Damage.ofRow(DamageKind.CHANGED, 1));
            });
  }

  /** A row made by somebody who knows how the hashes are calculated. */
  private void rewrite(long seq) {
    String previous = record.text("select previous_hash from audit_log where seq = " + seq);
    String hash = AuditHash.of(seq, RecordOnDisk.audited("another"), previous);
    record.execute(
        "update audit_log set detail = 'another', hash = '%s' where seq = %d".formatted(hash, seq));
  }

  private static Damage detached(long seq) {
    return Damage.ofRow(DamageKind.DETACHED, seq);
  }

  private String head() {
    return record.text("select hash from audit_log order by seq desc limit 1");
  }

  private void tellsUpTo(String channel, long seq) {
    record.within(
        tx -> {
          tx.audit().tell(new AuditPosition(channel, seq, LocalDate.EPOCH));
          return tx;
        });
  }

  private Verification verify(String... known) {
    return verify(record.database, Stream.of(known).findFirst());
  }

  private List<Damage> damages(String... known) {
    return verify(known).fold(intact -> List.of(), Broken::first);
  }

  private static Verification verify(Database database, Optional<String> known) {
    SqlAuditLog log = new SqlAuditLog(database);
    return AuditVerifier.verify(log, log.told(), known);
  }
}
