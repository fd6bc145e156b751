package dev.mailbrake.zoho;

import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.mailbox.Urgency;
import java.util.Optional;

/**
 * The owner of Mailbrake's token: their accounts and, unless it is configured, the id of their
 * organization (zoid). Asks Zoho once. {@code GET /api/organization} would name the zoid too, but
 * needs a partner's scope.
 */
final class TokenOwner {
  private final Optional<String> configured;
  private final ZohoCalls calls;
  private final MailApi api;

  private volatile Optional<OwnerAccounts> known = Optional.empty();

  TokenOwner(Optional<String> configured, ZohoCalls calls, MailApi api) {
    this.configured = configured;
    this.calls = calls;
    this.api = api;
  }

  String zoid(Urgency urgency) throws ZohoException {
    return configured.isPresent() ? configured.get() : accounts(urgency).zoid().orElseThrow();
  }

  /** Asks nothing. */
  Optional<OwnerAccounts> known() {
    return known;
  }

  /** Reads the owner's accounts, once; two simultaneous first calls may both ask Zoho. */
  OwnerAccounts accounts(Urgency urgency) throws ZohoException {
    Optional<OwnerAccounts> already = known;
    return already.isPresent() ? already.get() : ask(urgency);
  }

  private OwnerAccounts ask(Urgency urgency) throws ZohoException {
    OwnerAccounts accounts = OwnerAccounts.read(calls.read(urgency, api::ownAccounts));
    if (configured.isEmpty() && accounts.zoid().isEmpty()) {
      throw new ZohoException(noOrganization());
    }
    known = Optional.of(accounts);
    return accounts;
  }

  static Failure noOrganization() {
    return Failure.refused(
        "The owner of Mailbrake's Zoho token belongs to no organization",
        "Authorize as an administrator of the organization, or set ZOHO_ORGANIZATION_ID.");
  }
}
