package dev.mailbrake.zoho;

import dev.mailbrake.mailbox.Trouble;
import dev.mailbrake.mailbox.Urgency;
import java.util.List;
import java.util.Optional;

/**
 * The person behind the token, asked of Zoho once: which accounts are theirs, and, unless it is
 * configured, the id of their organisation (zoid). {@code GET /api/organization} would name the
 * zoid too, but needs a partner's scope.
 */
final class TokenOwner {
  private final Optional<String> configured;
  private final ZohoCalls calls;
  private final MailApi api;

  private volatile Optional<OwnAccounts> known = Optional.empty();

  TokenOwner(Optional<String> configured, ZohoCalls calls, MailApi api) {
    this.configured = configured;
    this.calls = calls;
    this.api = api;
  }

  /** The organisation's id. Asks nothing where it is configured. */
  String zoid(Urgency urgency) throws ZohoTroubled {
    return configured.isPresent() ? configured.get() : accounts(urgency).zoid().orElseThrow();
  }

  /** The owner's accounts, if they have been asked for. */
  Optional<OwnAccounts> known() {
    return known;
  }

  /** The owner's accounts. Two who ask at the same moment may both ask Zoho. */
  OwnAccounts accounts(Urgency urgency) throws ZohoTroubled {
    Optional<OwnAccounts> already = known;
    return already.isPresent() ? already.get() : ask(urgency);
  }

  private OwnAccounts ask(Urgency urgency) throws ZohoTroubled {
    Answer answer = calls.call(urgency, api::ownAccounts);
    if (!answer.isSuccess() || answer.empty()) {
      throw new ZohoTroubled(Refusal.trouble(answer));
    }
    List<AccountRecord> records = AccountRecord.in(answer.data()).toList();
    OwnAccounts accounts = OwnAccounts.of(records);
    if (configured.isEmpty() && accounts.zoid().isEmpty()) {
      throw new ZohoTroubled(noOrganization());
    }
    if (!records.isEmpty() && accounts.areNameless()) {
      throw new ZohoTroubled(noIds());
    }
    known = Optional.of(accounts);
    return accounts;
  }

  private static Trouble noOrganization() {
    return Trouble.credentials(
        "The owner of Mailbrake's Zoho token belongs to no organisation",
        "Authorize as an administrator of the organisation, or set ZOHO_ORGANIZATION_ID.");
  }

  private static Trouble noIds() {
    return Trouble.refused(
        "Zoho does not say which mailbox is that of Mailbrake's own token",
        "Do it in the Zoho Mail Admin Console, and report this.");
  }
}
