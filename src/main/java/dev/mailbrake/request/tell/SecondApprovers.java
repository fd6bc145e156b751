package dev.mailbrake.request.tell;

import dev.mailbrake.policy.Approvers;
import dev.mailbrake.policy.Approvers.GroupMembers;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.ThreadPost.Part;
import dev.mailbrake.request.port.People;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may give the approvals that requests still need. */
public record SecondApprovers(Approvers approvers, People people) {
  /** More would be noise, and the first of them will do. */
  private static final int MOST = 10;

  private static final Logger LOG = LoggerFactory.getLogger(SecondApprovers.class);

  /** As mentions; a group is mentioned as a whole. */
  List<Part> mentions(List<ChangeRequest> waiting) {
    Stream<Part> users = sorted(waiting, approvers.users().stream()).map(Part.Person::new);
    Stream<Part> groups = approvers.groups().stream().sorted().map(Part.Group::new);
    return Stream.concat(groups, users).limit(MOST).toList();
  }

  /** One by one. Blocks while Slack is asked who is in the groups. */
  List<String> userIds(List<ChangeRequest> waiting) {
    Stream<String> members = approvers.groups().stream().sorted().flatMap(this::members);
    Stream<String> all = Stream.concat(approvers.users().stream(), members);
    return sorted(waiting, all).limit(MOST).toList();
  }

  /** Without those who have approved all of them. */
  private static Stream<String> sorted(List<ChangeRequest> waiting, Stream<String> ids) {
    return ids.filter(
            id -> !waiting.stream().allMatch(it -> it.approvals().first().by().id().equals(id)))
        .distinct()
        .sorted();
  }

  private Stream<String> members(String group) {
    GroupMembers answer = people.members(group);
    if (answer instanceof GroupMembers.Listed listed) {
      return listed.userIds().stream();
    }
    LOG.warn("user group {} cannot be told that an approval is needed: {}", group, answer);
    return Stream.empty();
  }
}
