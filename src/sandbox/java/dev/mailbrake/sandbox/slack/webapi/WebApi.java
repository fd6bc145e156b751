package dev.mailbrake.sandbox.slack.webapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.protocol.MethodArguments;
import dev.mailbrake.sandbox.slack.protocol.SlackError;
import dev.mailbrake.sandbox.slack.views.ViewMethods;
import java.util.Map;
import java.util.function.Function;

/** The Web API: a table of methods behind token, scope and rate limit. */
public final class WebApi implements ApiEndpoint {

  private static final String NO_SCOPE = "";
  private static final int TIER_2 = 20;
  private static final int TIER_3 = 50;
  private static final int TIER_4 = 100;
  private static final int SPECIAL = 600;

  private final Map<String, Method> methods;
  private final GrantedScopes scopes;
  private final RateLimits limits;

  public WebApi(
      ChatMethods chat,
      DirectoryMethods directory,
      ViewMethods views,
      GrantedScopes scopes,
      RateLimits limits) {
    this.scopes = scopes;
    this.limits = limits;
    methods =
        Map.of(
            "auth.test", new Method(NO_SCOPE, SPECIAL, directory::authTest),
            "users.info", new Method("users:read", TIER_4, directory::usersInfo),
            "usergroups.users.list", new Method("usergroups:read", TIER_2, directory::groupMembers),
            "chat.postMessage", new Method("chat:write", SPECIAL, chat::postMessage),
            "chat.update", new Method("chat:write", TIER_3, chat::update),
            "chat.delete", new Method("chat:write", TIER_3, chat::delete),
            "chat.postEphemeral", new Method("chat:write", TIER_4, chat::postEphemeral),
            "views.open", new Method(NO_SCOPE, TIER_4, views::open),
            "views.update", new Method(NO_SCOPE, TIER_4, views::update),
            "views.publish", new Method(NO_SCOPE, TIER_4, views::publish));
  }

  /** Every answer names the token's scopes in a header, as Slack's does. */
  @Override
  public ApiAnswer answer(ApiRequest incoming) {
    return ApiAnswer.to(() -> call(incoming.method(), incoming))
        .with("X-OAuth-Scopes", scopes.provided());
  }

  private ObjectNode call(String name, ApiRequest incoming) {
    Method method = methods.get(name);
    if (method == null) {
      throw new SlackError("unknown_method");
    }
    MethodArguments arguments = incoming.arguments();
    authenticate(incoming, arguments);
    scopes.need(method.scope());
    limits.takeTier(name, method.perMinute());
    return method.action().apply(arguments);
  }

  private static void authenticate(ApiRequest incoming, MethodArguments arguments) {
    String bearer = incoming.bearer();
    String token = bearer.isEmpty() ? arguments.text("token") : bearer;
    if (token.isEmpty()) {
      throw new SlackError("not_authed");
    }
    if (token.equals(FakeSlack.APP_TOKEN)) {
      throw new SlackError("not_allowed_token_type");
    }
    if (!token.equals(FakeSlack.BOT_TOKEN)) {
      throw new SlackError("invalid_auth");
    }
  }

  private record Method(
      String scope, int perMinute, Function<MethodArguments, ObjectNode> action) {}
}
