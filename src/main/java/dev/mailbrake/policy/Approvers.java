package dev.mailbrake.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Who may decide, by Slack's immutable ids: users {@code U…}, {@code W…}; user groups {@code S…}.
 */
public record Approvers(Set<String> users, Set<String> groups) {

  /** Refuses to be empty, because nobody could use such a bot. */
  public Approvers {
    users = Set.copyOf(users);
    groups = Set.copyOf(groups);
    if (users.isEmpty() && groups.isEmpty()) {
      throw new IllegalArgumentException("no approver is named");
    }
  }

  /** Reads groups only while they can still change the answer. */
  public ApproverStatus statusOf(String userId, Function<String, GroupMembers> members) {
    if (users.contains(userId)) {
      return new ApproverStatus.Approver();
    }
    List<String> unreadable = new ArrayList<>();
    for (String group : new TreeSet<>(groups)) {
      GroupMembers answer = members.apply(group);
      if (answer instanceof GroupMembers.Listed listed && listed.userIds().contains(userId)) {
        return new ApproverStatus.Approver();
      }
      if (answer instanceof GroupMembers.UnreadableGroup silent) {
        unreadable.add("user group " + group + ": " + silent.why());
      }
    }
    return unreadable.isEmpty()
        ? new ApproverStatus.NotApprover()
        : new ApproverStatus.Unreadable(String.join("; ", unreadable));
  }

  public sealed interface ApproverStatus {
    record Approver() implements ApproverStatus {}

    record NotApprover() implements ApproverStatus {}

    /** A group that may include them could not be read; {@code why} has no period. */
    record Unreadable(String why) implements ApproverStatus {}
  }

  public sealed interface GroupMembers {
    record Listed(Set<String> userIds) implements GroupMembers {
      public Listed {
        userIds = Set.copyOf(userIds);
      }
    }

    /** Not the same as an empty group. */
    record UnreadableGroup(String why) implements GroupMembers {}
  }
}
