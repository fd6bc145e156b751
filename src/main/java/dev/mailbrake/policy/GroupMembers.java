package dev.mailbrake.policy;

import java.util.Set;

/** The members of a Slack user group, or the reason why they are not known. */
public sealed interface GroupMembers {

  /** The group was read. */
  record Listed(Set<String> userIds) implements GroupMembers {
    public Listed {
      userIds = Set.copyOf(userIds);
    }
  }

  /** The group could not be read, which is not the same as an empty group. */
  record Unreadable(String why) implements GroupMembers {}
}
