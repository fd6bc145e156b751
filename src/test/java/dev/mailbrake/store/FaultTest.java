package dev.mailbrake.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which SQL failures are temporary, and which are bugs that someone must fix in the code. */
class FaultTest {

  @ParameterizedTest
  @CsvSource({
    "08006, it cannot be reached",
    "25006, it is read-only",
    "25P03, it does not answer in time",
    "28P01, it refuses the user or the password",
    "3D000, it does not exist on that server",
    "40001, other transactions were in the way",
    "40P01, other transactions were in the way",
    "42501, this user may not use it",
    "53100, the disk is full",
    "53300, it takes no more connections",
    "53400, its server has no resources left",
    "55P03, another process has locked it",
    "57014, it does not answer in time",
    "57P01, it is being stopped or started",
    "58030, its disk cannot be read or written",
    "XX001, it is damaged"
  })
  void treatsTheseStatesOfPostgresAsAnOutage(String state, String words) {
    Exception wrapped = new IllegalStateException(new SQLException("raw", state));

    assertThat(Fault.isOutage(wrapped)).isTrue();
    assertThat(Fault.isBug(wrapped)).isFalse();
    assertThat(Fault.words(wrapped)).isEqualTo(words);
  }

  /** db-scheduler throws the failure of its rollback, with that of the statement attached. */
  @Test
  void treatsARollbackThatFailedAfterAnOutageAsAnOutage() {
    Exception rollback = new IllegalStateException(new SQLException("Connection is closed"));
    rollback.addSuppressed(new IllegalStateException(new SQLException("raw", "08006")));

    assertThat(Fault.isOutage(rollback)).isTrue();
    assertThat(Fault.words(rollback)).isEqualTo("it cannot be reached");
  }

  @ParameterizedTest
  @CsvSource({
    "5, another process has locked it",
    "6, another process has locked it",
    "8, it is read-only",
    "10, its disk cannot be read or written",
    "11, it is damaged",
    "13, the disk is full",
    "14, its file cannot be opened",
    "26, its file is not a database"
  })
  void treatsTheseCodesOfSqliteAsAnOutage(int code, String words) {
    SQLException failed = new SQLException("raw", null, code);

    assertThat(Fault.isOutage(failed)).isTrue();
    assertThat(Fault.words(failed)).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"42703", "42P01", "42601", "23505", "23502", "22001", "22P02", "25P02"})
  void treatsEveryOtherStateAsABug(String state) {
    assertThat(Fault.isBug(new SQLException("raw", state))).isTrue();
  }

  /** ERROR, INTERNAL, CONSTRAINT, MISMATCH, MISUSE, RANGE; 0 is what the driver itself detects. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 19, 20, 21, 25})
  void treatsEveryOtherCodeOfSqliteAsABug(int code) {
    assertThat(Fault.isBug(new SQLException("raw", null, code))).isTrue();
  }

  @Test
  void treatsAMissingConnectionAsAnOutage() {
    assertThat(Fault.isOutage(new ConnectionException(new SQLException("closed")))).isTrue();
    assertThat(Fault.isOutage(new SQLTransientConnectionException("busy"))).isTrue();
  }

  @Test
  void findsNeitherIfNoDatabaseIsInvolved() {
    assertThat(Fault.isOutage(new IllegalStateException("other"))).isFalse();
    assertThat(Fault.isBug(new IllegalStateException("other"))).isFalse();
  }
}
