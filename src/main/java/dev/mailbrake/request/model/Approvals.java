package dev.mailbrake.request.model;

import dev.mailbrake.audit.PersonName;
import dev.mailbrake.policy.Verdict;
import dev.mailbrake.policy.Verdict.Reason;
import java.time.Instant;

/**
 * The approvals of a waiting request. {@code because} is the sentence why it takes two approvers,
 * {@code changed} says how the mailbox has changed since; each possibly empty.
 */
public record Approvals(String because, Decision first, String changed) {
  public static final Approvals NONE = new Approvals("", Decision.NONE, "");

  /** With the verdict's reason to need two, unless there is one already. */
  public Approvals requiredBy(Verdict verdict) {
    return needsTwo()
        ? this
        : new Approvals(verdict.needsSecond().map(Reason::sentence).orElse(""), first, changed);
  }

  public Approvals firstBy(Decision approver) {
    return new Approvals(because, approver, changed);
  }

  public Approvals withChange(String news) {
    return new Approvals(because, first, (changed + "\n" + news).strip());
  }

  public boolean needsTwo() {
    return !because.isEmpty();
  }

  public boolean hasFirst() {
    return !first.equals(Decision.NONE);
  }

  /** Who decided a request, and when; {@link #NONE} while it waits or if it expired. */
  public record Decision(PersonName by, Instant at) {
    public static final Decision NONE = new Decision(PersonName.NOBODY, Instant.EPOCH);
  }
}
