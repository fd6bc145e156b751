package dev.mailbrake.sandbox.slack.people;

import dev.mailbrake.sandbox.slack.FakeSlack;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A channel and its members. Immutable; to change one, put its successor.
 *
 * @param id {@code C…}, or {@code D…} for the bot's direct messages with one person
 * @param members user ids; the bot is a member if {@link FakeSlack#BOT_USER} is among them
 */
public record SlackChannel(String id, String name, Set<String> members, Set<Trait> traits) {

  /** How a channel differs from a public, open one. */
  public enum Trait {
    PRIVATE,
    ARCHIVED
  }

  public SlackChannel {
    members = Set.copyOf(members);
    traits = Set.copyOf(traits);
  }

  public static SlackChannel open(String id, String name, Set<String> members) {
    return new SlackChannel(id, name, members, Set.of());
  }

  /** The conversation that a message to a user's id opens. */
  public static SlackChannel direct(SlackUser user) {
    String id = "D" + user.id().substring(1);
    return open(id, "directmessage", Set.of(user.id())).withMember(FakeSlack.BOT_USER);
  }

  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  /** Whether this is somebody's conversation with the bot alone. */
  public boolean isDirect() {
    return id.startsWith("D");
  }

  public boolean hasBot() {
    return members.contains(FakeSlack.BOT_USER);
  }

  public SlackChannel with(Trait trait) {
    Set<Trait> more = EnumSet.of(trait);
    more.addAll(traits);
    return new SlackChannel(id, name, members, more);
  }

  public SlackChannel withMember(String userId) {
    Set<String> more = new LinkedHashSet<>(members);
    more.add(userId);
    return new SlackChannel(id, name, more, traits);
  }

  public SlackChannel withoutMember(String userId) {
    Set<String> fewer = new LinkedHashSet<>(members);
    fewer.remove(userId);
    return new SlackChannel(id, name, fewer, traits);
  }
}
