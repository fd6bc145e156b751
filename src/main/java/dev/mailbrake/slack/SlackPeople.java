package dev.mailbrake.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.usergroups.users.UsergroupsUsersListResponse;
import com.slack.api.methods.response.users.UsersInfoResponse;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.policy.Approvers.GroupMembers;
import dev.mailbrake.policy.Person;
import dev.mailbrake.policy.Person.Membership;
import dev.mailbrake.request.port.People;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * People as Slack knows them now. Profiles are not cached, since they decide what people may do;
 * members of user groups are, for a minute, because Slack allows only twenty calls a minute.
 */
public final class SlackPeople implements People {
  private static final Duration MEMBERS_KEPT = Duration.ofMinutes(1);
  private static final Set<String> NOT_OURS = Set.of("user_not_found", "user_not_visible");

  private final SlackApi api;
  private final Clock clock;
  private final Map<String, Kept> groups = new ConcurrentHashMap<>();
  private volatile Optional<String> team = Optional.empty();

  public SlackPeople(SlackApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  @Override
  public Person person(PersonName who) {
    try {
      String ours = team();
      UsersInfoResponse response = Profile.ask(api, who.id());
      if (response.isOk()) {
        return Profile.person(who, response.getUser(), ours);
      }
      if (NOT_OURS.contains(Objects.requireNonNullElse(response.getError(), ""))) {
        return new Person.Known(who.id(), who.name(), Membership.OTHER_WORKSPACE, Optional.empty());
      }
      return unreachable(who, SlackRefusal.answered(response.getError()));
    } catch (IOException | SlackApiException | RuntimeException broken) {
      return unreachable(who, SlackRefusal.words(broken));
    } catch (Unanswered unanswered) {
      return unreachable(who, String.valueOf(unanswered.getMessage()));
    }
  }

  private static Person unreachable(PersonName who, String why) {
    return new Person.Unreachable(who.id(), who.name(), why);
  }

  /** Our own workspace, asked for once: the one in a payload is the sender's. */
  private String team() throws IOException, SlackApiException, Unanswered {
    if (team.isPresent()) {
      return team.get();
    }
    AuthTestResponse response = api.methods().authTest(ask -> ask);
    if (!response.isOk()) {
      throw new Unanswered(SlackRefusal.answered(response.getError()));
    }
    String ours =
        Optional.ofNullable(response.getTeamId())
            .filter(id -> !id.isBlank())
            .orElseThrow(() -> new Unanswered("Slack does not say which workspace this is"));
    team = Optional.of(ours);
    return ours;
  }

  @Override
  public GroupMembers members(String groupId) {
    Instant now = clock.instant();
    Kept kept = groups.get(groupId);
    if (kept != null && kept.isFresh(now)) {
      return kept.members();
    }
    GroupMembers fresh = read(groupId);
    if (fresh instanceof GroupMembers.Listed) {
      groups.put(groupId, new Kept(fresh, now));
    }
    return fresh;
  }

  private record Kept(GroupMembers members, Instant at) {
    /** Not if the clock was set back since: it would keep them too long. */
    boolean isFresh(Instant now) {
      return !now.isBefore(at) && now.isBefore(at.plus(MEMBERS_KEPT));
    }
  }

  private GroupMembers read(String groupId) {
    try {
      UsergroupsUsersListResponse response =
          api.methods().usergroupsUsersList(ask -> ask.usergroup(groupId));
      return response.isOk()
          ? new GroupMembers.Listed(Set.copyOf(response.getUsers()))
          : new GroupMembers.UnreadableGroup(SlackRefusal.answered(response.getError()));
    } catch (IOException | SlackApiException | RuntimeException broken) {
      return new GroupMembers.UnreadableGroup(SlackRefusal.words(broken));
    }
  }

  private static final class Unanswered extends Exception {
    private static final long serialVersionUID = 1;

    Unanswered(String message) {
      super(message);
    }
  }
}
