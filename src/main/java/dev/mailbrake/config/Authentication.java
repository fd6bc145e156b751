package dev.mailbrake.config;

import java.util.List;

/**
 * As whom Mailbrake calls Zoho, and the scopes for it; {@code ALL} instead of the last word works
 * too. Source: Zoho Mail API, "Change Outgoing Status", "Get a single user's details" and "Get all
 * accounts".
 */
public enum Authentication {
  /** As an administrator, for all mailboxes of the organization. */
  ADMIN(
      "ZohoMail.organization.accounts.READ",
      "ZohoMail.organization.accounts.UPDATE",
      "ZohoMail.accounts.READ"),
  USER("ZohoMail.accounts.READ", "ZohoMail.accounts.UPDATE");

  private final String scopes;

  Authentication(String... scopes) {
    this.scopes = String.join(",", scopes);
  }

  public List<String> scopes() {
    return List.of(scopes.split(",", -1));
  }

  public String scopeList() {
    return scopes;
  }
}
