package dev.mailbrake.config;

import java.net.URI;
import java.util.Optional;

/**
 * How Zoho is reached.
 *
 * @param accountsUrl base of the OAuth server, without a slash at its end
 * @param mailUrl base of the Mail API, without a slash at its end
 * @param authentication as administrator or as the mailbox's own user
 * @param organizationId zoid; empty to ask Zoho for it
 * @param requestsPerMinute how many requests Zoho takes in a minute
 * @param dryRun whether everything but the change itself is done
 */
public record ZohoSettings(
    URI accountsUrl,
    URI mailUrl,
    OAuthClient client,
    Authentication authentication,
    Optional<String> organizationId,
    int requestsPerMinute,
    boolean dryRun) {

  /** Which of Zoho's two forms of the calls is used. */
  public enum Authentication {
    ADMIN,
    USER
  }

  /** The OAuth client and the refresh token that acts for its owner. */
  public record OAuthClient(String id, Secret secret, Secret refreshToken) {}
}
