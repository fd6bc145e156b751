package dev.mailbrake.policy;

import dev.mailbrake.mailbox.MailAddress;
import java.util.Optional;
import java.util.Set;

/** A person as Slack describes them at the moment of the question. */
public sealed interface Person {

  /** Slack's immutable id, {@code U…} or {@code W…}. */
  String id();

  /** A name for the record; it may change and never identifies anybody. */
  String name();

  /**
   * Slack knows them.
   *
   * @param email the address in their profile, if Slack shows one and does not call it unconfirmed
   * @param seenWith the addresses that their profile showed before, as far as they are remembered
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

    /** Somebody of whom nothing is remembered. */
    public Known(String id, String name, Membership membership, Optional<String> email) {
      this(id, name, membership, email, Set.of());
    }

    public Known alsoSeenWith(Set<MailAddress> addresses) {
      return new Known(id, name, membership, email, addresses);
    }
  }

  /**
   * Slack could not be asked.
   *
   * @param why what came back instead, one sentence without a full stop
   */
  record Unreachable(String id, String name, String why) implements Person {}

  /** What a person is in our workspace. Only a full member can be an approver. */
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
