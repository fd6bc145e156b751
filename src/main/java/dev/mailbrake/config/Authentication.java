package dev.mailbrake.config;

import java.util.List;

/**
 * Which of Zoho's two forms of the calls is used.
 *
 * <p>Source of the scopes: Zoho Mail API, "Change Outgoing Status", "Get a single user's details"
 * and "Get all accounts"; each call takes the one named here, or the {@code ALL} of its family.
 */
public enum Authentication {
  /** As administrator of an organization, for all its mailboxes. */
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
