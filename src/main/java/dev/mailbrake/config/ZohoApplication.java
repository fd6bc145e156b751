package dev.mailbrake.config;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What Zoho must be told to let somebody authorize Mailbrake: everything but the token.
 *
 * @param organizationId zoid; empty to ask Zoho for it
 */
public record ZohoApplication(
    ZohoServers servers,
    OAuthClient client,
    Authentication authentication,
    Optional<String> organizationId) {

  /**
   * Reads its part of the environment; what the rest of the program needs may be missing.
   *
   * @throws InvalidConfiguration with all problems at once
   */
  public static ZohoApplication from(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    ZohoApplication application = new ZohoReader(environment).application();
    environment.finish();
    return application;
  }

  /**
   * The OAuth client: what Mailbrake is to Zoho. By default each data center knows it by another
   * secret.
   *
   * @param id not secret
   */
  public record OAuthClient(String id, Secret secret) {}

  /**
   * Where Zoho is.
   *
   * @param accounts base of the OAuth server, without a slash at its end
   * @param mail base of the Mail API, without a slash at its end
   */
  public record ZohoServers(DataCenter dataCenter, URI accounts, URI mail) {

    /** Whether the OAuth server is the data center's own, and not one that was set. */
    public boolean hasItsOwnLogin() {
      return accounts.equals(dataCenter.accounts());
    }
  }
}
