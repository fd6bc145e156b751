package dev.mailbrake.sandbox.slack.messages;

import dev.mailbrake.sandbox.slack.StateLock;
import dev.mailbrake.sandbox.slack.people.FakeWorkspace;
import dev.mailbrake.sandbox.slack.people.SlackChannel;
import dev.mailbrake.sandbox.slack.people.SlackUser;
import dev.mailbrake.sandbox.slack.people.UserGroup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whom each new message has rung. An edit rings nobody, nor does an ephemeral message, and never
 * somebody who is not in the channel.
 */
public final class Rings {

  private final StateLock lock;
  private final FakeWorkspace workspace;
  private final List<Notification> rings = new ArrayList<>();

  public Rings(StateLock lock, FakeWorkspace workspace) {
    this.lock = lock;
    this.workspace = workspace;
  }

  /** All of them, oldest first. */
  public List<Notification> all() {
    return lock.read(() -> List.copyOf(rings));
  }

  /** The person has looked at these messages. */
  public void look(String user, Predicate<SlackMessage> what) {
    lock.change(
        () ->
            rings.replaceAll(
                it -> it.user().equals(user) && what.test(it.message()) ? it.looked() : it));
  }

  /** Keeps whom a new message rings; the thread is empty unless it is a reply. */
  void ring(SlackMessage message, List<SlackMessage> thread) {
    if (!message.isEphemeral()) {
      Set<String> present = present(message);
      reasons(message, thread)
          .forEach(
              (user, why) -> {
                if (present.contains(user)) {
                  rings.add(new Notification(user, message, why, false));
                }
              });
    }
  }

  /** Who can be rung at all: the members, except for the author, bots and former colleagues. */
  private Set<String> present(SlackMessage message) {
    Set<String> members =
        new HashSet<>(
            workspace.findChannel(message.channel()).map(SlackChannel::members).orElse(Set.of()));
    members.remove(message.author());
    members.removeIf(
        id ->
            workspace
                .findUser(id)
                .filter(it -> !it.is(SlackUser.Trait.BOT) && !it.is(SlackUser.Trait.DELETED))
                .isEmpty());
    return members;
  }

  private Map<String, Notification.Why> reasons(SlackMessage message, List<SlackMessage> thread) {
    Mentions mentions = Mentions.in(message.body());
    Map<String, Notification.Why> reasons = new LinkedHashMap<>();
    workspace
        .findChannel(message.channel())
        .filter(SlackChannel::isDirect)
        .ifPresent(it -> add(reasons, it.members(), Notification.Why.DIRECT_MESSAGE));
    add(reasons, mentions.users(), Notification.Why.MENTION);
    mentions.groups().stream()
        .flatMap(group -> workspace.findGroup(group).stream())
        .map(UserGroup::members)
        .forEach(members -> add(reasons, members, Notification.Why.GROUP_MENTION));
    add(reasons, followers(thread), Notification.Why.THREAD);
    return reasons;
  }

  /** As in Slack: who wrote in the thread, and who was mentioned there by name. */
  private Set<String> followers(List<SlackMessage> thread) {
    Set<String> followers = new LinkedHashSet<>();
    thread.stream()
        .filter(it -> !it.isEphemeral())
        .map(SlackMessage::author)
        .forEach(followers::add);
    rings.stream()
        .filter(ring -> ring.why() == Notification.Why.MENTION)
        .filter(ring -> thread.stream().anyMatch(it -> it.ts().equals(ring.message().ts())))
        .map(Notification::user)
        .forEach(followers::add);
    return followers;
  }

  private static void add(
      Map<String, Notification.Why> reasons, Iterable<String> users, Notification.Why otherwise) {
    users.forEach(user -> reasons.putIfAbsent(user, otherwise));
  }
}
