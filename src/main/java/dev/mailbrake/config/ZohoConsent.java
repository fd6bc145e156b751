package dev.mailbrake.config;

import java.util.Map;

/** What somebody allows at Zoho's API console, and where that is. */
public record ZohoConsent(DataCenter dataCenter, Authentication authentication) {

  /**
   * Reads its part of the environment, where not even a client need be named yet.
   *
   * @throws InvalidConfiguration with all problems at once
   */
  public static ZohoConsent from(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    ZohoConsent approvals = new ZohoReader(environment).approvals();
    environment.finish();
    return approvals;
  }
}
