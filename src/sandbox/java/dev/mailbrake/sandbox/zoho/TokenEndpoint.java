package dev.mailbrake.sandbox.zoho;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Zoho's token endpoint for one self client. Like the real one it reports most errors with HTTP
 * 200; unlike it, it refuses parameters in the query string, where secrets end up in logs.
 */
final class TokenEndpoint {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final IssuedTokens tokens;
  private final FakeZohoSettings settings;
  private final ZohoFaults faults;

  TokenEndpoint(IssuedTokens tokens, FakeZohoSettings settings, ZohoFaults faults) {
    this.tokens = tokens;
    this.settings = settings;
    this.faults = faults;
  }

  ZohoAnswer answer(ZohoCall call) {
    if (!call.path().equals("/oauth/v2/token")) {
      return ZohoAnswer.page(404, "Page not found");
    }
    Map<String, String> form = new UrlEncoded(call.body()).parameters();
    if (!isFormPost(call) || !form.containsKey("grant_type")) {
      return error(400, "invalid_request");
    }
    if (faults.strikes(ZohoFault.WRONG_CLIENT, RequestKind.TOKEN)
        || !FakeZoho.CLIENT_ID.equals(form.get("client_id"))) {
      return error(200, "invalid_client");
    }
    if (!FakeZoho.CLIENT_SECRET.equals(form.get("client_secret"))) {
      return error(200, "invalid_client_secret");
    }
    return throttled().orElseGet(() -> granted(form));
  }

  private ZohoAnswer granted(Map<String, String> form) {
    return switch (form.getOrDefault("grant_type", "")) {
      case "refresh_token" -> refreshed(form);
      case "authorization_code" -> exchanged(form);
      default -> error(200, "invalid_client");
    };
  }

  private ZohoAnswer refreshed(Map<String, String> form) {
    if (faults.strikes(ZohoFault.REFRESH_REVOKED, RequestKind.TOKEN)
        || !FakeZoho.REFRESH_TOKEN.equals(form.get("refresh_token"))) {
      return error(200, "invalid_code");
    }
    if (!tokens.mayRefresh()) {
      return throttled(400);
    }
    return ZohoAnswer.json(200, newToken());
  }

  private ZohoAnswer exchanged(Map<String, String> form) {
    if (form.containsKey("redirect_uri")) {
      return error(200, "invalid_redirect_uri");
    }
    if (!tokens.redeems(form.getOrDefault("code", ""))) {
      return error(200, "invalid_code");
    }
    ObjectNode token = newToken();
    if (settings.refreshTokenGiven()) {
      token.put("refresh_token", FakeZoho.REFRESH_TOKEN);
    }
    return ZohoAnswer.json(200, token);
  }

  private ObjectNode newToken() {
    ObjectNode token = JSON.objectNode().put("access_token", tokens.issue());
    if (settings.scopeEchoed()) {
      token.put("scope", String.join(",", new TreeSet<>(tokens.scopes())));
    }
    return token
        .put("api_domain", "https://www.zohoapis.com")
        .put("token_type", "Bearer")
        .put("expires_in", IssuedTokens.LIFE.toSeconds());
  }

  private static boolean isFormPost(ZohoCall call) {
    return call.method().equals("POST")
        && call.query().isEmpty()
        && call.contentType()
            .toLowerCase(Locale.ROOT)
            .startsWith("application/x-www-form-urlencoded");
  }

  private static ZohoAnswer error(int status, String code) {
    return ZohoAnswer.json(status, JSON.objectNode().put("error", code));
  }

  private Optional<ZohoAnswer> throttled() {
    if (faults.strikes(ZohoFault.TOKEN_THROTTLED_200, RequestKind.TOKEN)) {
      return Optional.of(throttled(200));
    }
    if (faults.strikes(ZohoFault.TOKEN_THROTTLED_400, RequestKind.TOKEN)) {
      return Optional.of(throttled(400));
    }
    if (faults.strikes(ZohoFault.TOKEN_THROTTLED_LOCALISED, RequestKind.TOKEN)) {
      return Optional.of(throttledInChinese());
    }
    return Optional.empty();
  }

  private static ZohoAnswer throttled(int status) {
    return refusal(
        status,
        "You have made too many requests continuously. Please try again after some time.",
        "Access Denied");
  }

  private static ZohoAnswer throttledInChinese() {
    return refusal(400, "您已连续提出过多请求，请稍后再试。", "拒绝访问");
  }

  private static ZohoAnswer refusal(int status, String description, String error) {
    return ZohoAnswer.json(
        status,
        JSON.objectNode()
            .put("error_description", description)
            .put("error", error)
            .put("status", "failure"));
  }
}
