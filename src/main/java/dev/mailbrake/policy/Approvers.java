package dev.mailbrake.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The people who may decide, by Slack's immutable ids only.
 *
 * @param users ids {@code U…} and {@code W…}
 * @param groups ids of user groups, {@code S…}
 */
public record Approvers(Set<String> users, Set<String> groups) {

  /**
   * @throws IllegalArgumentException if both are empty: nobody could use that bot
   */
  public Approvers {
    users = Set.copyOf(users);
    groups = Set.copyOf(groups);
    if (users.isEmpty() && groups.isEmpty()) {
      throw new IllegalArgumentException("no approver is named");
    }
  }

  /**
   * Whether a person is one of them. A person named by id is one, whatever the groups say.
   *
   * @param members reads a group; called only for groups that can still change the answer
   */
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
      if (answer instanceof GroupMembers.Unreadable silent) {
        unreadable.add("user group " + group + ": " + silent.why());
      }
    }
    return unreadable.isEmpty()
        ? new ApproverStatus.NotApprover()
        : new ApproverStatus.Unreadable(String.join("; ", unreadable));
  }

  /** Whether a person is an approver. */
  public sealed interface ApproverStatus {
    record Approver() implements ApproverStatus {}

    /** Every list and group was read, and none has them. */
    record NotApprover() implements ApproverStatus {}

    /**
     * A user group that might have them could not be read.
     *
     * @param why which group, and what came back, one sentence without a full stop
     */
    record Unreadable(String why) implements ApproverStatus {}
  }

  /** The members of a Slack user group, or the reason why they are not known. */
  public sealed interface GroupMembers {
    record Listed(Set<String> userIds) implements GroupMembers {
      public Listed {
        userIds = Set.copyOf(userIds);
      }
    }

    /** The group could not be read, which is not the same as an empty group. */
    record Unreadable(String why) implements GroupMembers {}
  }
}
