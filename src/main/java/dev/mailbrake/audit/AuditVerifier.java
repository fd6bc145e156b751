package dev.mailbrake.audit;

import dev.mailbrake.audit.AuditLog.AuditFilter;
import dev.mailbrake.audit.Verification.Damage;
import dev.mailbrake.audit.Verification.Damage.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Compares the audit log, row after row, with its own hashes and with what others know of it. Keeps
 * the first damages and counts the others.
 */
public final class AuditVerifier {
  private static final int MOST = 20;

  private final Optional<String> known;
  private final List<Damage> first = new ArrayList<>();
  private long found;
  private long rows;
  private long last;
  private String head = AuditChain.START;
  private OptionalLong knownAt;

  private AuditVerifier(Optional<String> known) {
    this.known = known;
    knownAt = isKnown(head) ? OptionalLong.of(0) : OptionalLong.empty();
  }

  /**
   * Reads the whole log.
   *
   * @param told the number of the last row that the audit channel was told, found out before: what
   *     is told meanwhile is about rows not yet read
   * @param known the hash of some row, or the beginning of one, kept where whoever can write the
   *     database cannot; without it, rows that were cut off at the end are only noticed if the
   *     audit channel was told of them, and an end that was rewritten is not
   * @throws RuntimeException if it cannot be read
   */
  public static Verification verify(AuditLog log, long told, Optional<String> known) {
    AuditVerifier verifier = new AuditVerifier(known);
    log.read(AuditFilter.ALL, Long.MAX_VALUE, verifier::next);
    return verifier.finish(told);
  }

  private void next(AuditRow row) {
    rows++;
    if (row.seq() <= last) {
      add(Damage.ofRow(Kind.OUT_OF_PLACE, row.seq()));
      return;
    }
    compare(row);
    last = row.seq();
    head = row.hash();
    if (isKnown(head)) {
      knownAt = OptionalLong.of(last);
    }
  }

  /** One damage a row: what comes after a gap cannot match what was before it. */
  private void compare(AuditRow row) {
    boolean isNext = row.seq() == last + 1;
    if (!isNext) {
      add(new Damage(Kind.REMOVED, last + 1, row.seq() - 1));
    }
    if (!row.hash().equals(AuditChain.hash(row))) {
      add(Damage.ofRow(Kind.CHANGED, row.seq()));
    } else if (isNext && !row.previousHash().equals(head)) {
      add(Damage.ofRow(Kind.DETACHED, row.seq()));
    }
  }

  private Verification finish(long told) {
    if (told > last) {
      add(new Damage(Kind.CUT_OFF, last + 1, told));
    }
    if (known.isPresent() && knownAt.isEmpty()) {
      add(new Damage(Kind.HEAD_NOT_FOUND, 1, last));
    }
    return found == 0
        ? new Verification.Intact(rows, head, knownAt)
        : new Verification.Broken(rows, found, List.copyOf(first));
  }

  private boolean isKnown(String hash) {
    return known.filter(hash::startsWith).isPresent();
  }

  private void add(Damage damage) {
    found++;
    if (first.size() < MOST) {
      first.add(damage);
    }
  }
}
