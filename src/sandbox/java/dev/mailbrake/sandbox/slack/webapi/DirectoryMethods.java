package dev.mailbrake.sandbox.slack.webapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.people.FakeWorkspace;
import dev.mailbrake.sandbox.slack.people.SlackUser;
import dev.mailbrake.sandbox.slack.people.UserGroup;
import dev.mailbrake.sandbox.slack.protocol.Json;
import dev.mailbrake.sandbox.slack.protocol.MethodArguments;
import dev.mailbrake.sandbox.slack.protocol.SlackError;

/** The API methods that tell the bot who it is and who the others are. */
public final class DirectoryMethods {

  private final FakeWorkspace workspace;
  private final GrantedScopes scopes;

  public DirectoryMethods(FakeWorkspace workspace, GrantedScopes scopes) {
    this.workspace = workspace;
    this.scopes = scopes;
  }

  ObjectNode authTest(MethodArguments arguments) {
    return Json.object()
        .put("url", "https://" + FakeSlack.TEAM_DOMAIN + ".slack.com/")
        .put("team", "Zylker")
        .put("team_id", FakeSlack.TEAM)
        .put("user", workspace.user(FakeSlack.BOT_USER).name())
        .put("user_id", FakeSlack.BOT_USER)
        .put("bot_id", FakeSlack.BOT)
        .put("is_enterprise_install", false);
  }

  ObjectNode usersInfo(MethodArguments arguments) {
    SlackUser user =
        workspace
            .findDescribed(arguments.text("user"))
            .orElseThrow(() -> new SlackError("user_not_found"));
    ObjectNode answer = Json.object();
    answer.set("user", described(user));
    return answer;
  }

  ObjectNode groupMembers(MethodArguments arguments) {
    UserGroup group =
        workspace
            .findGroup(arguments.text("usergroup"))
            .orElseThrow(() -> new SlackError("no_such_subteam"));
    if (!group.readable()) {
      throw new SlackError("permission_denied");
    }
    ObjectNode answer = Json.object();
    group.members().forEach(answer.putArray("users")::add);
    return answer;
  }

  private ObjectNode described(SlackUser user) {
    boolean single = user.is(SlackUser.Trait.ULTRA_RESTRICTED);
    ObjectNode json =
        Json.object()
            .put("id", user.id())
            .put("team_id", user.teamId())
            .put("name", user.name())
            .put("real_name", user.realName())
            .put("deleted", user.is(SlackUser.Trait.DELETED))
            .put("is_bot", user.is(SlackUser.Trait.BOT))
            .put("is_restricted", single || user.is(SlackUser.Trait.RESTRICTED))
            .put("is_ultra_restricted", single)
            .put("is_invited_user", user.is(SlackUser.Trait.INVITED))
            .put("is_email_confirmed", !user.is(SlackUser.Trait.EMAIL_UNCONFIRMED))
            .put("is_stranger", user.is(SlackUser.Trait.STRANGER))
            .put("is_app_user", false);
    json.set("profile", profile(user));
    return json;
  }

  private ObjectNode profile(SlackUser user) {
    ObjectNode profile =
        Json.object()
            .put("real_name", user.realName())
            .put("display_name", user.name())
            .put("team", user.teamId());
    if (scopes.granted("users:read.email") && !user.email().isEmpty()) {
      profile.put("email", user.email());
    }
    return profile;
  }
}
