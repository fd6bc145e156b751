package dev.mailbrake.audit;

import dev.mailbrake.audit.AuditLog.AuditFilter;
import dev.mailbrake.audit.Verification.Damage;
import dev.mailbrake.audit.Verification.Damage.DamageKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Compares the audit log with its hashes and with what is known of it elsewhere. */
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
   * @param lastPosted the number of the last row posted to the audit channel, read before the log:
   *     later posts may be about rows that are not read
   * @param known a row's hash or its beginning, kept out of reach of whoever can write to the
   *     database. Without it, a rewritten end goes unnoticed, and so do removed rows at the end
   *     that the audit channel does not have
   */
  public static Verification verify(AuditLog log, long lastPosted, Optional<String> known) {
    AuditVerifier verifier = new AuditVerifier(known);
    log.read(AuditFilter.ALL, Long.MAX_VALUE, verifier::next);
    return verifier.finish(lastPosted);
  }

  private void next(AuditRow row) {
    rows++;
    if (row.seq() <= last) {
      add(Damage.ofRow(DamageKind.OUT_OF_PLACE, row.seq()));
      return;
    }
    compare(row);
    last = row.seq();
    head = row.hash();
    if (isKnown(head)) {
      knownAt = OptionalLong.of(last);
    }
  }

  /** At most one damage per row, since the row after a gap cannot match the one before it. */
  private void compare(AuditRow row) {
    boolean isNext = row.seq() == last + 1;
    if (!isNext) {
      add(new Damage(DamageKind.REMOVED, last + 1, row.seq() - 1));
    }
    if (!row.hash().equals(AuditChain.hash(row))) {
      add(Damage.ofRow(DamageKind.CHANGED, row.seq()));
    } else if (isNext && !row.previousHash().equals(head)) {
      add(Damage.ofRow(DamageKind.DETACHED, row.seq()));
    }
  }

  private Verification finish(long lastPosted) {
    if (lastPosted > last) {
      add(new Damage(DamageKind.CUT_OFF, last + 1, lastPosted));
    }
    if (known.isPresent() && knownAt.isEmpty()) {
      add(new Damage(DamageKind.HEAD_NOT_FOUND, 1, last));
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
