package dev.mailbrake.policy;

import dev.mailbrake.mailbox.MailAddress;
import java.util.Optional;
import java.util.Set;

/** A person as Slack describes them right now. */
public sealed interface Person {

  /** Slack's immutable id, {@code U…} or {@code W…}. */
  String id();

  /** For the record only: a name may change and never identifies anybody. */
  String name();

  /**
   * Somebody whom Slack knows.
   *
   * @param email in their profile, if Slack shows one and does not call it unconfirmed
   * @param seenWith the remembered addresses that their profile showed before
   */
  record Known(
      String id,
      String name,
      Membership membership,
      Optional<String> email,
      Set<MailAddress> seenWith)
      implements Person {
    public Known {
      seenWith = Set.copyOf(seenWith);
    }

    /** With no remembered addresses. */
    public Known(String id, String name, Membership membership, Optional<String> email) {
      this(id, name, membership, email, Set.of());
    }

    public Known alsoSeenWith(Set<MailAddress> addresses) {
      return new Known(id, name, membership, email, addresses);
    }
  }

  /** Slack gave no answer about them; {@code why} says what came instead and has no period. */
  record Unreachable(String id, String name, String why) implements Person {}

  /** Only a full member can be an approver. */
  enum Membership {
    FULL("a full member"),
    DEACTIVATED("a deactivated user"),
    BOT("a bot"),
    GUEST("a guest"),
    INVITED("an invited user who has not joined yet"),
    OTHER_WORKSPACE("from another workspace");

    private final String phrase;

    Membership(String phrase) {
      this.phrase = phrase;
    }

    /** Completes "this person is …". */
    public String phrase() {
      return phrase;
    }
  }
}
