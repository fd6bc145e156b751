package dev.mailbrake.sandbox.slack.people;

import java.util.List;

/**
 * A user group ({@code S…}) and the ids of its members, in Slack's order.
 *
 * @param readable false if Slack refuses to list the members
 */
public record UserGroup(String id, String handle, List<String> members, boolean readable) {

  public UserGroup {
    members = List.copyOf(members);
  }

  public static UserGroup of(String id, String handle, String... members) {
    return new UserGroup(id, handle, List.of(members), true);
  }

  public UserGroup unreadable() {
    return new UserGroup(id, handle, members, false);
  }
}
