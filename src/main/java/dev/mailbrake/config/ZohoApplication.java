package dev.mailbrake.config;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** How to reach Zoho, except for the token. An empty {@code organizationId} (zoid) is looked up. */
public record ZohoApplication(
    ZohoServers servers,
    OAuthClient client,
    Authentication authentication,
    Optional<String> organizationId) {

  /** Reads no other settings; throws {@link InvalidConfiguration} with all problems. */
  public static ZohoApplication from(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    ZohoApplication application = new ZohoReader(environment).application();
    environment.throwProblems();
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
