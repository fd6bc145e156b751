package dev.mailbrake.config;

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
}
