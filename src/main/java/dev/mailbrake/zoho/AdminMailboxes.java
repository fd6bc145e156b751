package dev.mailbrake.zoho;

import dev.mailbrake.mailbox.ChangeOutcome;
import dev.mailbrake.mailbox.Directory;
import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.Urgency;
import dev.mailbrake.request.ApprovedChange;
import dev.mailbrake.request.MailboxControl;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The mailboxes of the organisation, as its administrator sees and changes them. */
final class AdminMailboxes implements Directory, MailboxControl {
  private final ZohoCalls calls;
  private final MailApi api;
  private final OrganizationId organization;
  private final AccountReader accounts;
  private final StatusWriter writer;

  AdminMailboxes(
      ZohoCalls calls,
      MailApi api,
      OrganizationId organization,
      AccountReader accounts,
      StatusWriter writer) {
    this.calls = calls;
    this.api = api;
    this.organization = organization;
    this.accounts = accounts;
    this.writer = writer;
  }

  @Override
  public Lookup find(MailAddress address) {
    try {
      String zoid = organization.get(Urgency.LOOKUP);
      String[] parts = address.value().split("@", 2);
      Answer answer =
          calls.call(
              Urgency.LOOKUP, token -> api.accountOf(token, zoid, encoded(parts[0]), parts[1]));
      return accounts.found(answer, address, any -> true);
    } catch (ZohoTroubled troubled) {
      return new Lookup.Failed(troubled.trouble());
    }
  }

  @Override
  public Lookup read(Mailbox known, Urgency urgency) {
    try {
      return accounts.again(account(known.id().zuid(), urgency), known);
    } catch (ZohoTroubled troubled) {
      return new Lookup.Failed(troubled.trouble());
    }
  }

  @Override
  public ChangeOutcome set(ApprovedChange change) {
    try {
      String zoid = organization.get(Urgency.CHANGE);
      String accountId = change.mailbox().accountId();
      return writer.write(
          change,
          Optional.of(change.mailbox().zuid()),
          (token, body) -> api.updateAccount(token, zoid, accountId, body));
    } catch (ZohoTroubled troubled) {
      return new ChangeOutcome.Failed(troubled.trouble());
    }
  }

  /** Encoded here, because Feign takes a local part such as {@code a%2fb} for encoded already. */
  private static String encoded(String local) {
    return URLEncoder.encode(local, StandardCharsets.UTF_8).replace("*", "%2A");
  }

  private Answer account(String zuid, Urgency urgency) throws ZohoTroubled {
    String zoid = organization.get(urgency);
    return calls.call(urgency, token -> api.account(token, zoid, zuid));
  }
}
