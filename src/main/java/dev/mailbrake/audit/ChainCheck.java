package dev.mailbrake.audit;

import dev.mailbrake.audit.Damage.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The audit log being verified, row after row; keeps the first damages and counts the others. */
final class ChainCheck {
  private static final int MOST = 20;

  private final Optional<String> known;
  private final List<Damage> first = new ArrayList<>();
  private long found;
  private long rows;
  private long last;
  private String head = AuditChain.START;
  private OptionalLong knownAt;

  /**
   * @param known a hash that some row must have, or the beginning of one
   */
  ChainCheck(Optional<String> known) {
    this.known = known;
    knownAt = isKnown(head) ? OptionalLong.of(0) : OptionalLong.empty();
  }

  void next(AuditRow row) {
    rows++;
    if (row.seq() <= last) {
      add(Damage.of(Kind.OUT_OF_PLACE, row.seq()));
      return;
    }
    compare(row);
    last = row.seq();
    head = row.hash();
    if (isKnown(head)) {
      knownAt = OptionalLong.of(last);
    }
  }

  /** One damage a row: what is behind a gap cannot fit to what was before it. */
  private void compare(AuditRow row) {
    boolean isNext = row.seq() == last + 1;
    if (!isNext) {
      add(new Damage(Kind.REMOVED, last + 1, row.seq() - 1));
    }
    if (!row.hash().equals(AuditChain.hash(row))) {
      add(Damage.of(Kind.CHANGED, row.seq()));
    } else if (isNext && !row.previousHash().equals(head)) {
      add(Damage.of(Kind.DETACHED, row.seq()));
    }
  }

  /**
   * Ends the verifying.
   *
   * @param told the number up to which the audit channel was told before the first row was read
   */
  Verification finish(long told) {
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
