package dev.mailbrake.policy;

import java.util.Optional;

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
   * @param email the address in their profile, if it has one that Slack tells us
   */
  record Known(String id, String name, Membership membership, Optional<String> email)
      implements Person {}

  /**
   * Slack could not be asked.
   *
   * @param why what came back instead, one sentence without a full stop
   */
  record Unreachable(String id, String name, String why) implements Person {}
}
