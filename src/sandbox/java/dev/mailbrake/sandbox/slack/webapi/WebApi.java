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
        Map.ofEntries(
            method("auth.test", NO_SCOPE, SPECIAL, directory::authTest),
            method("users.info", "users:read", TIER_4, directory::usersInfo),
            method("usergroups.users.list", "usergroups:read", TIER_2, directory::groupMembers),
            method("chat.postMessage", "chat:write", SPECIAL, chat::postMessage),
            method("chat.update", "chat:write", TIER_3, chat::update),
            method("chat.delete", "chat:write", TIER_3, chat::delete),
            method("chat.postEphemeral", "chat:write", TIER_4, chat::postEphemeral),
            method("chat.getPermalink", NO_SCOPE, SPECIAL, chat::getPermalink),
            method("views.open", NO_SCOPE, TIER_4, views::open),
            method("views.update", NO_SCOPE, TIER_4, views::update),
            method("views.publish", NO_SCOPE, TIER_4, views::publish));
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

  private static Map.Entry<String, Method> method(
      String name, String scope, int perMinute, Function<MethodArguments, ObjectNode> action) {
    return Map.entry(name, new Method(scope, perMinute, action));
  }

  private record Method(
      String scope, int perMinute, Function<MethodArguments, ObjectNode> action) {}
}
