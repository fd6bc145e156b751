package dev.mailbrake.zoho;

import dev.mailbrake.config.ZohoApplication;
import dev.mailbrake.config.ZohoSettings;
import dev.mailbrake.mailbox.Directory;
import dev.mailbrake.request.Ledger;
import dev.mailbrake.request.MailboxControl;
import java.time.Clock;

/**
 * Zoho Mail, put together.
 *
 * @param directory where mailboxes are looked up
 * @param control where they are changed
 */
public record Zoho(Directory directory, MailboxControl control) {

  /**
   * Opens no connection yet.
   *
   * @param ledger where the calls are counted
   */
  public static Zoho connect(ZohoSettings settings, Ledger ledger, Clock clock) {
    ZohoApplication application = settings.application();
    Wire wire = Wire.open();
    MailApi mail = wire.mail(application.servers().mail());
    AccessTokens tokens = new AccessTokens(TokenRequest.refresh(settings, wire), clock);
    ZohoCalls calls =
        new ZohoCalls(
            new MinuteBudget(settings.requestsPerMinute(), ledger, clock), tokens, wire.reader());
    AccountReader accounts = new AccountReader(clock);
    StatusWriter writer = new StatusWriter(calls, clock);
    return switch (application.authentication()) {
      case ADMIN -> {
        TokenOwner owner = new TokenOwner(application.organizationId(), calls, mail);
        AdminMailboxes mailboxes = new AdminMailboxes(calls, mail, owner, accounts, writer);
        yield new Zoho(mailboxes, mailboxes);
      }
      case USER -> {
        OwnMailboxes mailboxes = new OwnMailboxes(calls, mail, accounts, writer);
        yield new Zoho(mailboxes, mailboxes);
      }
    };
  }
}
