package dev.mailbrake.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * People as Slack has them now. Nobody's description is kept, since it decides what they may do;
 * only the members of user groups are, for a minute, because Slack gives them twenty times a
 * minute.
 */
public final class SlackPeople implements People {
  private static final Duration MEMBERS_KEPT = Duration.ofMinutes(1);
  private static final Set<String> NOT_OURS = Set.of("user_not_found", "user_not_visible");

  private final SlackApi api;
  private final Clock clock;
  private final Cache<String, Kept> groups;
  private volatile Optional<String> team = Optional.empty();

  public SlackPeople(SlackApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
    groups =
        Caffeine.newBuilder()
            .expireAfterWrite(MEMBERS_KEPT)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  @Override
  public Person person(PersonName who) {
    try {
      String ours = team();
      UsersInfoResponse response = Profile.ask(api, who.id());
      if (response.isOk()) {
        return Profile.person(who, response.getUser(), ours);
      }
      if (NOT_OURS.contains(response.getError())) {
        return new Person.Known(who.id(), who.name(), Membership.OTHER_WORKSPACE, Optional.empty());
      }
      return unreachable(who, "Slack answered " + response.getError());
    } catch (IOException | SlackApiException | RuntimeException broken) {
      return unreachable(who, SlackRefusal.words(broken));
    } catch (Unanswered unanswered) {
      return unreachable(who, String.valueOf(unanswered.getMessage()));
    }
  }

  private static Person unreachable(PersonName who, String why) {
    return new Person.Unreachable(who.id(), who.name(), why);
  }

  /** Our own workspace, asked of Slack once: what a payload says of it is about its sender. */
  private String team() throws IOException, SlackApiException, Unanswered {
    Optional<String> known = team;
    if (known.isPresent()) {
      return known.get();
    }
    AuthTestResponse response = api.methods().authTest(ask -> ask);
    if (!response.isOk()) {
      throw new Unanswered("Slack answered " + response.getError());
    }
    String ours = response.getTeamId();
    if (ours == null || ours.isBlank()) {
      throw new Unanswered("Slack does not say which workspace this is");
    }
    team = Optional.of(ours);
    return ours;
  }

  @Override
  public GroupMembers members(String groupId) {
    Instant now = clock.instant();
    Optional<Kept> kept =
        Optional.ofNullable(groups.getIfPresent(groupId)).filter(it -> !it.at().isAfter(now));
    if (kept.isPresent()) {
      return kept.get().members();
    }
    GroupMembers read = read(groupId);
    if (read instanceof GroupMembers.Listed) {
      groups.put(groupId, new Kept(read, now));
    }
    return read;
  }

  /** The cache would keep them for too long by a clock that was set back since. */
  private record Kept(GroupMembers members, Instant at) {}

  private GroupMembers read(String groupId) {
    try {
      UsergroupsUsersListResponse response =
          api.methods().usergroupsUsersList(ask -> ask.usergroup(groupId));
      return response.isOk()
          ? new GroupMembers.Listed(Set.copyOf(response.getUsers()))
          : new GroupMembers.Unreadable("Slack answered " + response.getError());
    } catch (IOException | SlackApiException | RuntimeException broken) {
      return new GroupMembers.Unreadable(SlackRefusal.words(broken));
    }
  }

  /** Slack said no to the question which workspace this is. */
  private static final class Unanswered extends Exception {
    private static final long serialVersionUID = 1;

    Unanswered(String message) {
      super(message);
    }
  }
}
