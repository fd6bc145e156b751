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

/** The two ports that Zoho Mail serves. */
public record Zoho(Directory directory, MailboxControl control) {

  /** Opens no connection yet. */
  public static Zoho connect(
      ZohoSettings settings, CallLog.Shared log, Clock clock, Meters meters) {
    ZohoApplication application = settings.application();
    ZohoHttp http = ZohoHttp.open(meters);
    MailApi mail = http.mail(application.servers().mail());
    LoginServer login = http.login(application.servers().accounts());
    TokenBody refresh = TokenBody.refresh(application.client(), settings.refreshToken());
    AccessTokens tokens = new AccessTokens(() -> login.grant(refresh).access(), clock);
    MinuteBudget budget = new MinuteBudget(settings.requestsPerMinute(), log, clock);
    meters.gauge(Metric.ZOHO_BUDGET, () -> Optional.of((double) budget.left()));
    meters.age(Metric.ZOHO_TOKEN_AGE, tokens::age);
    ZohoCalls calls = new ZohoCalls(budget, tokens);
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
