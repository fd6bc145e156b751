package dev.mailbrake.config;

import java.net.URI;

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
