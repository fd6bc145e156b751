package dev.mailbrake.zoho;

import dev.mailbrake.config.Secret;
import dev.mailbrake.config.ZohoApplication.OAuthClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The form body of a token request: its grant and all other fields. Prints no secret. */
record TokenBody(Grant grant, Map<String, Secret> fields) {

  static TokenBody refresh(OAuthClient client, Secret refreshToken) {
    return of(Grant.REFRESH_TOKEN, client, "refresh_token", refreshToken);
  }

  /** A self client has no {@code redirect_uri} (Zoho, "Self client, authorization code flow"). */
  static TokenBody exchange(OAuthClient client, Secret code) {
    return of(Grant.AUTHORIZATION_CODE, client, "code", code);
  }

  /** Names the client and sends no secret, so Zoho can only refuse it. */
  static TokenBody introducing(String clientId) {
    return new TokenBody(Grant.REFRESH_TOKEN, Map.of("client_id", new Secret(clientId)));
  }

  private static TokenBody of(Grant grant, OAuthClient client, String name, Secret value) {
    return new TokenBody(
        grant,
        Map.of(
            "client_id", new Secret(client.id()), "client_secret", client.secret(), name, value));
  }

  String encoded() {
    Map<String, Secret> all = new TreeMap<>(fields);
    all.put("grant_type", new Secret(grant.name().toLowerCase(Locale.ROOT)));
    return all.entrySet().stream()
        .map(field -> field.getKey() + "=" + encode(field.getValue().reveal()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** What is traded for an access token; the names are OAuth's. */
  enum Grant {
    /** The code of a self client, valid once and for a few minutes. */
    AUTHORIZATION_CODE(
        "Zoho doesn't accept the code",
        "A code works once, for the few minutes chosen with it, and in its own data center:"
            + " generate a new one in the API console and enter it at once."),

    REFRESH_TOKEN(
        "Zoho no longer accepts the refresh token", "Authorize again and set ZOHO_REFRESH_TOKEN.");

    private final String refused;
    private final String remedy;

    Grant(String refused, String remedy) {
      this.refused = refused;
      this.remedy = remedy;
    }

    /** Says that Zoho does not accept it, without a full stop. */
    String refused() {
      return refused;
    }

    String remedy() {
      return remedy;
    }
  }
}
