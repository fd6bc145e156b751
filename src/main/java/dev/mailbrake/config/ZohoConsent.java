package dev.mailbrake.config;

import java.util.Map;

/** What the user grants in a data center's API console. */
public record ZohoConsent(DataCenter dataCenter, Authentication authentication) {

  /** Needs no client yet; throws {@link InvalidConfiguration} with all problems. */
  public static ZohoConsent from(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    ZohoConsent consent = new ZohoReader(environment).consent();
    environment.throwProblems();
    return consent;
  }
}
