package dev.mailbrake.request.model;

import dev.mailbrake.policy.Reason;
import dev.mailbrake.policy.Verdict;

/**
 * How far the people have come with a request that still waits.
 *
 * @param because why one approver is not enough, a sentence; empty if one is
 * @param first who has confirmed and waits for another; {@link Decision#NONE} if nobody has
 * @param changed what has become different about the mailbox since it was asked for, as sentences;
 *     possibly empty
 */
public record Approvals(String because, Decision first, String changed) {
  /** One is enough, and nobody has confirmed. */
  public static final Approvals NONE = new Approvals("", Decision.NONE, "");

  /** With the verdict's reason to need two, where there is none yet. */
  public Approvals given(Verdict verdict) {
    return needsTwo()
        ? this
        : new Approvals(verdict.needsSecond().map(Reason::sentence).orElse(""), first, changed);
  }

  public Approvals firstBy(Decision approver) {
    return new Approvals(because, approver, changed);
  }

  /** With what one more click found, behind what was found before: the card keeps it all. */
  public Approvals alsoChanged(String news) {
    return new Approvals(because, first, changed.isEmpty() ? news : changed + "\n" + news);
  }

  /** Whether two people have to confirm. */
  public boolean needsTwo() {
    return !because.isEmpty();
  }

  /** Whether one of two has confirmed. */
  public boolean hasFirst() {
    return !first.equals(Decision.NONE);
  }
}
