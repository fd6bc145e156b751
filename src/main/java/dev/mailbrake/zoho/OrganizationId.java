package dev.mailbrake.zoho;

import dev.mailbrake.mailbox.Trouble;
import dev.mailbrake.mailbox.Urgency;
import java.util.Optional;

/**
 * The id of the organisation (zoid): configured, or asked of Zoho once. {@code GET
 * /api/organization} would name it, but needs a partner's scope; the account of the token's owner
 * has it too.
 */
final class OrganizationId {
  private static final String PERSONAL = "-1";

  private final ZohoCalls calls;
  private final MailApi api;
  private volatile Optional<String> known;

  OrganizationId(Optional<String> configured, ZohoCalls calls, MailApi api) {
    known = configured;
    this.calls = calls;
    this.api = api;
  }

  String get(Urgency urgency) throws ZohoTroubled {
    Optional<String> zoid = known;
    return zoid.isPresent() ? zoid.get() : ask(urgency);
  }

  private String ask(Urgency urgency) throws ZohoTroubled {
    Answer answer = calls.call(urgency, api::ownAccounts);
    if (!answer.isSuccess() || answer.empty()) {
      throw new ZohoTroubled(Refusal.trouble(answer));
    }
    String zoid =
        AccountRecord.in(answer.data())
            .map(AccountRecord::zoid)
            .filter(id -> !id.isEmpty())
            .findFirst()
            .orElse(PERSONAL);
    if (zoid.equals(PERSONAL)) {
      throw new ZohoTroubled(noOrganization());
    }
    known = Optional.of(zoid);
    return zoid;
  }

  private static Trouble noOrganization() {
    return Trouble.credentials(
        "The owner of Mailbrake's Zoho token belongs to no organisation",
        "Authorize as an administrator of the organisation, or set ZOHO_ORGANIZATION_ID.");
  }
}
