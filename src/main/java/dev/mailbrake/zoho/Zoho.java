package dev.mailbrake.zoho;

import dev.mailbrake.config.ZohoApplication;
import dev.mailbrake.config.ZohoSettings;
import dev.mailbrake.mailbox.Directory;
import dev.mailbrake.mailbox.Urgency;
import dev.mailbrake.metrics.Meters;
import dev.mailbrake.metrics.Metric;
import dev.mailbrake.request.apply.MailboxControl;
import dev.mailbrake.request.port.CallLog;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The two ports that Zoho Mail serves.
 *
 * @param lookupDelay how long a lookup would have to wait now because Zoho limits our calls
 */
public record Zoho(Directory directory, MailboxControl control, Supplier<Duration> lookupDelay) {

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
    Supplier<Duration> delay = () -> budget.delay(Urgency.LOOKUP);
    return switch (application.authentication()) {
      case ADMIN -> {
        TokenOwner owner = new TokenOwner(application.organizationId(), calls, mail);
        AdminMailboxes mailboxes = new AdminMailboxes(calls, mail, owner, accounts, writer);
        yield new Zoho(mailboxes, mailboxes, delay);
      }
      case USER -> {
        UserMailboxes mailboxes = new UserMailboxes(calls, mail, accounts, writer);
        yield new Zoho(mailboxes, mailboxes, delay);
      }
    };
  }
}
