package dev.mailbrake.zoho;

import dev.mailbrake.mailbox.ChangeOutcome;
import dev.mailbrake.mailbox.Directory;
import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.Mailbox.MailboxRole;
import dev.mailbrake.mailbox.Urgency;
import dev.mailbrake.request.apply.ApprovedChange;
import dev.mailbrake.request.apply.MailboxControl;
import java.util.Optional;

/** Only the token owner's own mailboxes: {@code ZOHO_AUTHENTICATION=user}. */
final class UserMailboxes implements Directory, MailboxControl {
  private static final AccountReader.Roles OWNERS = (id, account) -> MailboxRole.TOKEN_OWNER;

  private final ZohoCalls calls;
  private final MailApi api;
  private final AccountReader accounts;
  private final StatusWriter writer;

  UserMailboxes(ZohoCalls calls, MailApi api, AccountReader accounts, StatusWriter writer) {
    this.calls = calls;
    this.api = api;
    this.accounts = accounts;
    this.writer = writer;
  }

  @Override
  public Lookup find(MailAddress address) {
    try {
      Answer answer = calls.read(Urgency.LOOKUP, api::ownAccounts);
      return accounts.found(answer, address, new Lookup.Missing(), OWNERS);
    } catch (ZohoException failed) {
      return new Lookup.Failed(failed.failure());
    }
  }

  @Override
  public Lookup read(Mailbox known, Urgency urgency) {
    try {
      String accountId = known.id().accountId();
      return accounts.again(
          calls.read(urgency, token -> api.ownAccount(token, accountId)), known, OWNERS);
    } catch (ZohoException failed) {
      return new Lookup.Failed(failed.failure());
    }
  }

  @Override
  public ChangeOutcome set(ApprovedChange change) {
    String accountId = change.mailbox().accountId();
    return writer.write(
        change, Optional.empty(), (token, body) -> api.updateOwnAccount(token, accountId, body));
  }
}
