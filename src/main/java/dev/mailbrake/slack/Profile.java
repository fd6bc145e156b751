package dev.mailbrake.slack;

import com.slack.api.model.User;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.command.Whitespace;
import dev.mailbrake.policy.Person;
import dev.mailbrake.policy.Person.Membership;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reading of {@code users.info}. Pure. */
final class Profile {
  private Profile() {}

  /**
   * The person.
   *
   * @param asked whom Slack was asked about
   * @param user whom Slack answered about; where that is somebody else, nothing is known
   * @param ourTeam the id of our workspace, {@code T…}
   */
  static Person person(PersonName asked, User user, String ourTeam) {
    return isAbout(asked.id(), user)
        ? new Person.Known(asked.id(), name(user), membership(user, ourTeam), email(user))
        : new Person.Unreachable(asked.id(), asked.name(), "Slack answered about somebody else");
  }

  /** On an Enterprise Grid a person has an id of their own there beside that in a workspace. */
  private static boolean isAbout(String id, User user) {
    Optional<User.EnterpriseUser> enterprise = Optional.ofNullable(user.getEnterpriseUser());
    return id.equals(user.getId())
        || enterprise.map(User.EnterpriseUser::getId).filter(id::equals).isPresent();
  }

  private static Membership membership(User user, String ourTeam) {
    if (user.isDeleted()) {
      return Membership.DEACTIVATED;
    }
    if (user.isBot() || user.isWorkflowBot() || user.isConnectorBot()) {
      return Membership.BOT;
    }
    if (user.isStranger() || !isOurs(user, ourTeam)) {
      return Membership.OTHER_WORKSPACE;
    }
    if (user.isInvitedUser()) {
      return Membership.INVITED;
    }
    return user.isRestricted() || user.isUltraRestricted() ? Membership.GUEST : Membership.FULL;
  }

  /** On an Enterprise Grid a person's own team may be another one of those they are a member of. */
  private static boolean isOurs(User user, String ourTeam) {
    Optional<List<String>> teams =
        Optional.ofNullable(user.getEnterpriseUser()).map(User.EnterpriseUser::getTeams);
    return ourTeam.equals(user.getTeamId()) || teams.filter(t -> t.contains(ourTeam)).isPresent();
  }

  private static String name(User user) {
    Optional<User.Profile> profile = Optional.ofNullable(user.getProfile());
    return Stream.of(
            user.getRealName(),
            profile.map(User.Profile::getRealName).orElse(""),
            profile.map(User.Profile::getDisplayName).orElse(""),
            user.getName())
        .filter(Profile::isGiven)
        .findFirst()
        .map(Whitespace::of)
        .orElse("");
  }

  private static Optional<String> email(User user) {
    return Optional.ofNullable(user.getProfile())
        .map(User.Profile::getEmail)
        .filter(Profile::isGiven);
  }

  private static boolean isGiven(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
