package dev.mailbrake.zoho;

import dev.mailbrake.config.ZohoApplication;
import dev.mailbrake.config.ZohoSettings;
import dev.mailbrake.mailbox.Directory;
import dev.mailbrake.metrics.Meters;
import dev.mailbrake.metrics.Metric;
import dev.mailbrake.request.apply.MailboxControl;
import dev.mailbrake.request.port.CallLog;
import java.time.Clock;
import java.util.Optional;

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
   * @param log where the calls are counted
   */
  public static Zoho connect(
      ZohoSettings settings, CallLog.Shared log, Clock clock, Meters meters) {
    ZohoApplication application = settings.application();
    ZohoHttp wire = ZohoHttp.open(meters);
    MailApi mail = wire.mail(application.servers().mail());
    AccessTokens tokens = new AccessTokens(TokenRequest.refresh(settings, wire), clock);
    MinuteBudget budget = new MinuteBudget(settings.requestsPerMinute(), log, clock);
    meters.gauge(Metric.ZOHO_BUDGET, () -> Optional.of((double) budget.left()));
    meters.age(Metric.ZOHO_TOKEN_AGE, tokens::age);
    ZohoCalls calls = new ZohoCalls(budget, tokens, wire.reader());
    AccountReader accounts = new AccountReader(clock);
    StatusWriter writer = new StatusWriter(calls, clock);
    return switch (application.authentication()) {
      case ADMIN -> {
        TokenOwner owner = new TokenOwner(application.organizationId(), calls, mail);
        AdminMailboxes mailboxes = new AdminMailboxes(calls, mail, owner, accounts, writer);
        yield new Zoho(mailboxes, mailboxes);
      }
      case USER -> {
        UserMailboxes mailboxes = new UserMailboxes(calls, mail, accounts, writer);
        yield new Zoho(mailboxes, mailboxes);
      }
    };
  }
}
