package dev.mailbrake.zoho;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mailbrake.config.Secret;
import dev.mailbrake.config.ZohoSettings.OAuthClient;
import dev.mailbrake.mailbox.Trouble;
import feign.FeignException;
import java.io.IOException;
import java.time.Duration;

/**
 * The refresh of the access token, and the reading of its answer: errors come with HTTP 200, and
 * the words of the throttle are localised, so that only the shape counts.
 */
final class TokenRequest implements TokenSource {
  /** Ten tokens in ten minutes; who asks for more is shut out for the rest of the ten minutes. */
  private static final Duration THROTTLE = Duration.ofMinutes(10);

  private static final long DEFAULT_LIFE_SECONDS = 3600;

  private final AccountsApi api;
  private final AnswerReader reader;
  private final OAuthClient client;

  TokenRequest(AccountsApi api, AnswerReader reader, OAuthClient client) {
    this.api = api;
    this.reader = reader;
    this.client = client;
  }

  @Override
  public AccessToken fetch() throws ZohoTroubled {
    try {
      return read(reader.read(api.refresh(client)));
    } catch (FeignException | IOException broken) {
      throw new ZohoTroubled(NoAnswer.trouble("Zoho's login server", broken));
    }
  }

  private static AccessToken read(Answer answer) throws ZohoTroubled {
    JsonNode token = answer.body().path("access_token");
    if (answer.status() / 100 == 2 && token.isTextual() && !token.asText().isBlank()) {
      long seconds = answer.body().path("expires_in").asLong(DEFAULT_LIFE_SECONDS);
      return new AccessToken(
          new Secret(token.asText()), Duration.ofSeconds(seconds > 0 ? seconds : 1));
    }
    throw new ZohoTroubled(trouble(answer));
  }

  private static Trouble trouble(Answer answer) {
    String code = answer.body().path("error").asText("");
    return switch (code) {
      case "invalid_code", "invalid_grant" ->
          Trouble.credentials(
              "Zoho does not accept the refresh token any more (" + code + ")",
              "Authorize again and set ZOHO_REFRESH_TOKEN.");
      case "invalid_client", "invalid_client_secret", "unauthorized_client" ->
          Trouble.credentials(
              "Zoho does not know the OAuth client (" + code + ")",
              "Check ZOHO_CLIENT_ID, ZOHO_CLIENT_SECRET and ZOHO_DATA_CENTER: each data center has"
                  + " its own.");
      default -> passing(answer);
    };
  }

  private static Trouble passing(Answer answer) {
    return answer.body().path("status").asText("").equals("failure")
        ? Trouble.passing(
            "Zoho gives no access token now because too many were asked for", THROTTLE)
        : Trouble.passing(
            "Zoho's login server gave no access token (HTTP " + answer.status() + ")",
            Duration.ZERO);
  }
}
