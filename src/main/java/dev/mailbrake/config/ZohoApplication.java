package dev.mailbrake.config;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Everything about Zoho but the token.
 *
 * @param organizationId zoid; empty to ask Zoho for it
 */
public record ZohoApplication(
    ZohoServers servers,
    OAuthClient client,
    Authentication authentication,
    Optional<String> organizationId) {

  /** Needs nothing else to be set, and throws {@link InvalidConfiguration} with all problems. */
  public static ZohoApplication from(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    ZohoApplication application = new ZohoReader(environment).application();
    environment.finish();
    return application;
  }

  /** By default a client has a different secret in each data center. */
  public record OAuthClient(String id, Secret secret) {}

  /** The base URLs of the OAuth server and the Mail API, without a trailing slash. */
  public record ZohoServers(DataCenter dataCenter, URI accounts, URI mail) {

    /** Whether the OAuth server is the data center's own. */
    public boolean hasItsOwnLogin() {
      return accounts.equals(dataCenter.accounts());
    }
  }
}
