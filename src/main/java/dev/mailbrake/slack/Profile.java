package dev.mailbrake.slack;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.User;
import com.slack.api.util.json.GsonFactory;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.policy.Person;
import dev.mailbrake.policy.Person.Membership;
import dev.mailbrake.text.PlainText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.FormBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What {@code users.info} says about a person. */
final class Profile {
  private static final Gson GSON = GsonFactory.createSnakeCase();
  private static final JsonPrimitive NO = new JsonPrimitive(false);
  private static final long LONGEST = 1_000_000;

  private Profile() {}

  /**
   * Avoids the SDK's own method, whose user has the same value for {@code is_email_confirmed:
   * false} and for an answer without that field.
   */
  static UsersInfoResponse ask(SlackApi api, String userId) throws IOException, SlackApiException {
    FormBody.Builder form = new FormBody.Builder().add("user", userId);
    try (Response response =
        api.methods().runPostFormWithToken(form, "users.info", api.botToken().reveal())) {
      String body = response.peekBody(LONGEST).string();
      if (!response.isSuccessful()) {
        throw new SlackApiException(response, body);
      }
      return read(body);
    }
  }

  /** Leaves out an unconfirmed address: anybody could claim it. */
  static UsersInfoResponse read(String body) {
    JsonElement answer = JsonParser.parseString(body);
    if (answer.isJsonObject()
        && answer.getAsJsonObject().get("user") instanceof JsonObject user
        && NO.equals(user.get("is_email_confirmed"))
        && user.get("profile") instanceof JsonObject profile) {
      profile.remove("email");
    }
    return GSON.fromJson(answer, UsersInfoResponse.class);
  }

  static Person person(PersonName asked, User user, String ourTeam) {
    return isAbout(asked.id(), user)
        ? new Person.Known(asked.id(), name(user), membership(user, ourTeam), email(user))
        : new Person.Unreachable(asked.id(), asked.name(), "Slack answered about somebody else");
  }

  /** On an Enterprise Grid a person has a second id there, besides the one in a workspace. */
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

  /** On an Enterprise Grid a person's own team may be another of their teams. */
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
        .map(PlainText::oneLine)
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
