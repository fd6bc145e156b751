package dev.mailbrake.request.model;

import dev.mailbrake.audit.PersonName;
import dev.mailbrake.policy.Verdict;
import dev.mailbrake.policy.Verdict.Reason;
import java.time.Instant;

/**
 * The approvals of a waiting request.
 *
 * @param because why one approver is not enough, a sentence; empty if one is
 * @param first the first of two approvals; {@link Decision#NONE} until there is one
 * @param changed how the mailbox changed since it was requested, in sentences; possibly empty
 */
public record Approvals(String because, Decision first, String changed) {
  public static final Approvals NONE = new Approvals("", Decision.NONE, "");

  /** Keeps the first reason that was found to need two. */
  public Approvals given(Verdict verdict) {
    return needsTwo()
        ? this
        : new Approvals(verdict.needsSecond().map(Reason::sentence).orElse(""), first, changed);
  }

  public Approvals firstBy(Decision approver) {
    return new Approvals(because, approver, changed);
  }

  public Approvals alsoChanged(String news) {
    return new Approvals(because, first, changed.isEmpty() ? news : changed + "\n" + news);
  }

  public boolean needsTwo() {
    return !because.isEmpty();
  }

  public boolean hasFirst() {
    return !first.equals(Decision.NONE);
  }

  /** {@link #NONE} while the request waits, or if it expired. */
  public record Decision(PersonName by, Instant at) {
    public static final Decision NONE = new Decision(PersonName.NOBODY, Instant.EPOCH);
  }
}
