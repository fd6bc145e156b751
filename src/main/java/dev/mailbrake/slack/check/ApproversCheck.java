package dev.mailbrake.slack.check;

import dev.mailbrake.audit.PersonName;
import dev.mailbrake.check.Finding;
import dev.mailbrake.policy.Approvers;
import dev.mailbrake.policy.Approvers.GroupMembers;
import dev.mailbrake.policy.Person;
import dev.mailbrake.policy.Person.Membership;
import dev.mailbrake.request.port.People;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks each approver, each user group, and whether there are enough of them: at least two,
 * because unblocking one's own mailbox and changing an administrator's always need two.
 */
final class ApproversCheck {
  private static final int NEEDED = 2;

  /** A group may have hundreds of members, and each costs a request. */
  private static final int MOST_LOOKED_UP = 20;

  private final People people;
  private final Approvers approvers;
  private final Map<String, Person> asked = new HashMap<>();

  ApproversCheck(People people, Approvers approvers) {
    this.people = people;
    this.approvers = approvers;
  }

  List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    if (!approvers.users().isEmpty()) {
      findings.add(persons());
    }
    if (!approvers.groups().isEmpty()) {
      findings.add(groups());
    }
    findings.add(together());
    return findings;
  }

  private Finding persons() {
    List<Person> all = sorted(approvers.users()).map(this::person).toList();
    String wrong = joined(all.stream().map(ApproversCheck::objection).flatMap(Optional::stream));
    return wrong.isEmpty()
        ? Finding.good(
            SlackCheck.APPROVERS,
            counted(all.size(), "person", "people")
                + ": "
                + all.stream().map(Person::name).collect(Collectors.joining(", ")))
        : Finding.bad(
            SlackCheck.APPROVERS,
            wrong,
            "In MAILBRAKE_APPROVERS, name full members of this workspace (in Slack: their profile → ⋮"
                + " → Copy member ID).");
  }

  private static Optional<String> objection(Person person) {
    if (person instanceof Person.Unreachable silent) {
      return Optional.of(silent.id() + " can't be checked: " + silent.why());
    }
    Membership membership = ((Person.Known) person).membership();
    if (membership == Membership.FULL) {
      return Optional.empty();
    }
    return Optional.of(
        person.name().isEmpty()
            ? "no user %s in this workspace".formatted(person.id())
            : "%s (%s) is %s".formatted(person.id(), person.name(), membership.phrase()));
  }

  private Finding groups() {
    String wrong =
        joined(sorted(approvers.groups()).map(this::objection).flatMap(Optional::stream));
    return wrong.isEmpty()
        ? Finding.good(
            SlackCheck.GROUPS,
            joined(
                sorted(approvers.groups())
                    .map(id -> id + " has " + counted(members(id).size(), "member", "members"))))
        : Finding.bad(
            SlackCheck.GROUPS,
            wrong,
            "In MAILBRAKE_APPROVERS, name user groups that exist and aren't disabled; keep only full"
                + " members of this workspace in them.");
  }

  private Optional<String> objection(String groupId) {
    if (people.members(groupId) instanceof GroupMembers.UnreadableGroup silent) {
      return Optional.of(groupId + " can't be read: " + silent.why());
    }
    if (members(groupId).isEmpty()) {
      return Optional.of(groupId + " has no members");
    }
    String unable =
        sorted(members(groupId))
            .limit(MOST_LOOKED_UP)
            .map(this::person)
            .map(ApproversCheck::objection)
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return unable.isEmpty()
        ? Optional.empty()
        : Optional.of("in %s, %s".formatted(groupId, unable));
  }

  /** Stops at the second who can, since a group may have hundreds of members. */
  private Finding together() {
    List<String> able =
        Stream.concat(
                sorted(approvers.users()),
                sorted(approvers.groups()).flatMap(id -> sorted(members(id))))
            .distinct()
            .map(this::person)
            .filter(person -> objection(person).isEmpty())
            .limit(NEEDED)
            .map(Person::name)
            .toList();
    if (able.size() == NEEDED) {
      return Finding.good(
          SlackCheck.ENOUGH, "at least two people can approve: " + String.join(" and ", able));
    }
    return Finding.bad(
        SlackCheck.ENOUGH,
        able.isEmpty()
            ? "nobody can approve anything"
            : "only %s can approve".formatted(able.get(0)),
        "In MAILBRAKE_APPROVERS, name at least two people who can: nobody can unblock their own"
            + " mailbox, or change an administrator's, alone.");
  }

  private Person person(String id) {
    return asked.computeIfAbsent(id, unseen -> people.person(new PersonName(unseen, "")));
  }

  private Collection<String> members(String groupId) {
    return people.members(groupId) instanceof GroupMembers.Listed listed
        ? listed.userIds()
        : List.of();
  }

  private static Stream<String> sorted(Collection<String> ids) {
    return new TreeSet<>(ids).stream();
  }

  private static String joined(Stream<String> parts) {
    return parts.collect(Collectors.joining("; "));
  }

  private static String counted(int number, String one, String several) {
    return number + " " + (number == 1 ? one : several);
  }
}
