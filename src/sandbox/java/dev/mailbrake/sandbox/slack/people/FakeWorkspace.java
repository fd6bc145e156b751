package dev.mailbrake.sandbox.slack.people;

import dev.mailbrake.sandbox.slack.StateLock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The people, channels and user groups of the workspace. Putting one replaces the previous one; an
 * unknown id throws IllegalArgumentException, except in the {@code find} methods.
 */
public final class FakeWorkspace {

  private final StateLock lock;
  private final Map<String, SlackUser> users = new LinkedHashMap<>();
  private final Map<String, SlackChannel> channels = new LinkedHashMap<>();
  private final Map<String, UserGroup> groups = new LinkedHashMap<>();
  private final Map<String, String> confused = new LinkedHashMap<>();

  public FakeWorkspace(StateLock lock) {
    this.lock = lock;
  }

  public void put(SlackUser user) {
    lock.change(
        () -> {
          users.put(user.id(), user);
        });
  }

  public void put(SlackChannel channel) {
    lock.change(
        () -> {
          channels.put(channel.id(), channel);
        });
  }

  public void put(UserGroup group) {
    lock.change(
        () -> {
          groups.put(group.id(), group);
        });
  }

  public List<SlackUser> users() {
    return lock.read(() -> List.copyOf(users.values()));
  }

  public List<SlackChannel> channels() {
    return lock.read(() -> List.copyOf(channels.values()));
  }

  public SlackUser user(String id) {
    return findUser(id).orElseThrow(() -> new IllegalArgumentException("No user " + id));
  }

  public SlackChannel channel(String id) {
    return findChannel(id).orElseThrow(() -> new IllegalArgumentException("No channel " + id));
  }

  public UserGroup group(String id) {
    return findGroup(id).orElseThrow(() -> new IllegalArgumentException("No user group " + id));
  }

  public Optional<SlackUser> findUser(String id) {
    return lock.read(() -> Optional.ofNullable(users.get(id)));
  }

  /** From now on, whoever asks about one user gets the other. */
  public void confuse(String asked, String answered) {
    lock.change(
        () -> {
          confused.put(asked, answered);
        });
  }

  /** The user as {@code users.info} describes them. */
  public Optional<SlackUser> findDescribed(String id) {
    return findUser(lock.read(() -> confused.getOrDefault(id, id)));
  }

  public Optional<SlackUser> userNamed(String name) {
    return first(users(), user -> user.name().equals(name));
  }

  /** Finds channels by id only, as the Web API should be used; a D… id belongs to its person. */
  public Optional<SlackChannel> findChannel(String id) {
    return lock.read(() -> Optional.ofNullable(channels.get(id))).or(() -> directMessages(id));
  }

  public Optional<SlackChannel> channelNamed(String name) {
    return first(channels(), channel -> channel.name().equals(name));
  }

  public Optional<UserGroup> groupNamed(String handle) {
    return first(
        lock.read(() -> List.copyOf(groups.values())), group -> group.handle().equals(handle));
  }

  public Optional<UserGroup> findGroup(String id) {
    return lock.read(() -> Optional.ofNullable(groups.get(id)));
  }

  private Optional<SlackChannel> directMessages(String id) {
    return first(users().stream().map(SlackChannel::direct).toList(), it -> it.id().equals(id));
  }

  private static <T> Optional<T> first(List<T> all, Predicate<T> wanted) {
    return all.stream().filter(wanted).findFirst();
  }
}
