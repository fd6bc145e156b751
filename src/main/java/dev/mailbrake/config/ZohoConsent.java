package dev.mailbrake.config;

import java.util.Map;

/** What somebody allows in Zoho's API console, and where that is. */
public record ZohoConsent(DataCenter dataCenter, Authentication authentication) {

  /** Needs no client to be set yet, and throws {@link InvalidConfiguration} with all problems. */
  public static ZohoConsent from(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    ZohoConsent consent = new ZohoReader(environment).consent();
    environment.finish();
    return consent;
  }
}
