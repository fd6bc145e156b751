package dev.mailbrake.sandbox.slack.people;

import dev.mailbrake.sandbox.slack.FakeSlack;
import java.util.EnumSet;
import java.util.Set;

/**
 * A person or bot as the workspace knows them. Immutable; to change one, put its successor.
 *
 * @param id {@code U…} or {@code W…}
 * @param name the handle, as in {@code @ada}
 * @param email empty if the profile shows none
 * @param teamId the workspace they belong to; not ours for a {@link Trait#STRANGER}
 */
public record SlackUser(
    String id, String name, String realName, String email, String teamId, Set<Trait> traits) {

  /** How a user differs from a full member with a confirmed address. */
  public enum Trait {
    DELETED,
    BOT,
    /** A guest of several channels. */
    RESTRICTED,
    /** A guest of a single channel. */
    ULTRA_RESTRICTED,
    /** Invited, but has not joined yet. */
    INVITED,
    /** Somebody from another workspace, met through Slack Connect. */
    STRANGER,
    /** The address in the profile is not confirmed. */
    EMAIL_UNCONFIRMED
  }

  public SlackUser {
    if (!id.matches("[UW][A-Z0-9]{2,}")) {
      throw new IllegalArgumentException("A user id starts with U or W: " + id);
    }
    traits = Set.copyOf(traits);
  }

  /** A full member of our workspace with the address {@code name@zylker.com}. */
  public static SlackUser member(String id, String name, String realName) {
    String email = name + "@zylker.com";
    return new SlackUser(id, name, realName, email, FakeSlack.TEAM, Set.of());
  }

  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  public SlackUser with(Trait trait) {
    Set<Trait> more = EnumSet.of(trait);
    more.addAll(traits);
    return new SlackUser(id, name, realName, email, teamId, more);
  }

  public SlackUser withEmail(String address) {
    return new SlackUser(id, name, realName, address, teamId, traits);
  }

  public SlackUser withoutEmail() {
    return withEmail("");
  }

  public SlackUser ofTeam(String otherTeam) {
    return new SlackUser(id, name, realName, email, otherTeam, traits);
  }
}
