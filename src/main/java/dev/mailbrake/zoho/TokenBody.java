package dev.mailbrake.zoho;

import dev.mailbrake.config.Secret;
import dev.mailbrake.config.ZohoApplication.OAuthClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The form of a token request. Prints no secret.
 *
 * @param fields by their names on the wire, without the grant's
 */
record TokenBody(Grant grant, Map<String, Secret> fields) {

  static TokenBody refresh(OAuthClient client, Secret refreshToken) {
    return of(Grant.REFRESH_TOKEN, client, "refresh_token", refreshToken);
  }

  /**
   * Trades a self client's code. Without {@code redirect_uri}, which a self client has none of
   * (Zoho, "Self client, authorization code flow").
   */
  static TokenBody exchange(OAuthClient client, Secret code) {
    return of(Grant.AUTHORIZATION_CODE, client, "code", code);
  }

  /** Says who asks, and not a secret more: it can only be refused. */
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
    all.put("grant_type", new Secret(grant.wire()));
    return all.entrySet().stream()
        .map(field -> field.getKey() + "=" + encode(field.getValue().reveal()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
