package dev.mailbrake.request.port;

import dev.mailbrake.audit.PersonName;
import dev.mailbrake.policy.Approvers.GroupMembers;
import dev.mailbrake.policy.Person;

/** Facts about people. Never throws: not being able to say is an answer. */
public interface People {

  Person person(PersonName who);

  /** The members of a user group, at most a minute old. */
  GroupMembers members(String groupId);
}
