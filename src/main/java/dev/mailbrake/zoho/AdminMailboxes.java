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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The organization's mailboxes: {@code ZOHO_AUTHENTICATION=admin}. */
final class AdminMailboxes implements Directory, MailboxControl {
  private final ZohoCalls calls;
  private final MailApi api;
  private final TokenOwner owner;
  private final AccountReader accounts;
  private final StatusWriter writer;

  AdminMailboxes(
      ZohoCalls calls, MailApi api, TokenOwner owner, AccountReader accounts, StatusWriter writer) {
    this.calls = calls;
    this.api = api;
    this.owner = owner;
    this.accounts = accounts;
    this.writer = writer;
  }

  @Override
  public Lookup find(MailAddress address) {
    try {
      OwnerAccounts owners = owner.accounts(Urgency.LOOKUP);
      String zoid = owner.zoid(Urgency.LOOKUP);
      String[] parts = address.value().split("@", 2);
      Answer answer =
          calls.read(
              Urgency.LOOKUP, token -> api.accountOf(token, zoid, encoded(parts[0]), parts[1]));
      return accounts.found(answer, address, AccountReader.notListed(), owners::roleOf);
    } catch (ZohoException failed) {
      return new Lookup.Failed(failed.failure());
    }
  }

  @Override
  public Lookup read(Mailbox known, Urgency urgency) {
    try {
      String zoid = owner.zoid(urgency);
      String zuid = known.id().zuid();
      Answer answer = calls.read(urgency, token -> api.account(token, zoid, zuid));
      return accounts.again(answer, known, (id, account) -> role(known, account));
    } catch (ZohoException failed) {
      return new Lookup.Failed(failed.failure());
    }
  }

  @Override
  public ChangeOutcome set(ApprovedChange change) {
    try {
      String zoid = owner.zoid(Urgency.CHANGE);
      String accountId = change.mailbox().accountId();
      return writer.write(
          change,
          Optional.of(change.mailbox().zuid()),
          (token, body) -> api.updateAccount(token, zoid, accountId, body));
    } catch (ZohoException failed) {
      return new ChangeOutcome.Failed(failed.failure());
    }
  }

  /** Does not ask Zoho for the owner: a confirmed change must not fail over that. */
  private MailboxRole role(Mailbox known, AccountRecord account) {
    MailboxRole lastKnown =
        known.role() == MailboxRole.TOKEN_OWNER ? MailboxRole.TOKEN_OWNER : account.role();
    return owner.known().map(own -> own.roleOf(known.id(), account)).orElse(lastKnown);
  }

  /** Feign would take a local part such as {@code a%2fb} for one that is encoded already. */
  private static String encoded(String local) {
    return URLEncoder.encode(local, StandardCharsets.UTF_8).replace("*", "%2A");
  }
}
