package dev.mailbrake.zoho;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mailbrake.config.Secret;
import dev.mailbrake.zoho.AccessTokens.AccessToken;
import dev.mailbrake.zoho.Permissions.ZohoScopes;
import dev.mailbrake.zoho.TokenBody.Grant;
import java.time.Duration;
import java.util.Optional;

/**
 * A token that Zoho granted.
 *
 * @param refreshToken comes only in exchange for a code, and not always then
 * @param scopes what was granted; seen in live answers, but not documented
 */
record GrantedToken(
    AccessToken access, Optional<Secret> refreshToken, Optional<ZohoScopes> scopes) {
  private static final long DEFAULT_LIFE_SECONDS = 3600;

  /** Throws if nothing was granted; errors come with HTTP 200 too. */
  static GrantedToken read(Grant grant, Answer answer) throws ZohoException {
    Optional<Secret> access = secret(answer, "access_token");
    if (answer.status() / 100 != 2 || access.isEmpty()) {
      throw new ZohoException(TokenRefusal.failure(grant, answer));
    }
    long seconds = answer.body().path("expires_in").asLong(DEFAULT_LIFE_SECONDS);
    return new GrantedToken(
        new AccessToken(access.get(), Duration.ofSeconds(seconds > 0 ? seconds : 1)),
        secret(answer, "refresh_token"),
        ZohoScopes.parse(answer.body().path("scope").asText("")));
  }

  private static Optional<Secret> secret(Answer answer, String field) {
    return Optional.of(answer.body().path(field))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .filter(text -> !text.isBlank())
        .map(Secret::new);
  }
}
