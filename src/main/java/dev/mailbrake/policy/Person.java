package dev.mailbrake.policy;

import dev.mailbrake.mailbox.MailAddress;
import java.util.Optional;
import java.util.Set;

/** A person as Slack describes them at the moment of the question. */
public sealed interface Person {

  /** Slack's immutable id, {@code U…} or {@code W…}. */
  String id();

  /** A name to write into a record; it may change and is never what a person is known by. */
  String name();

  /**
   * Slack knows them.
   *
   * @param membership what they are in our workspace
   * @param email the address in their profile, if it has one that Slack tells us and does not call
   *     unconfirmed
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
}
