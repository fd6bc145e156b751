package dev.mailbrake.zoho;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mailbrake.config.ZohoSettings;
import dev.mailbrake.mailbox.Directory;
import dev.mailbrake.request.Ledger;
import dev.mailbrake.request.MailboxControl;
import feign.Client;
import feign.Feign;
import feign.Request;
import feign.Retryer;
import feign.http2client.Http2Client;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Zoho Mail, put together.
 *
 * @param directory where mailboxes are looked up
 * @param control where they are changed
 */
public record Zoho(Directory directory, MailboxControl control) {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration READ = Duration.ofSeconds(10);

  /**
   * Opens no connection yet.
   *
   * @param ledger where the calls are counted
   */
  public static Zoho connect(ZohoSettings settings, Ledger ledger, Clock clock) {
    JsonMapper json = JsonMapper.builder().build();
    Client http = new WholeResponses(new Http2Client(httpClient()), READ);
    AnswerReader reader = new AnswerReader(json);
    AccountsApi login = api(AccountsApi.class, settings.accountsUrl(), http, json);
    MailApi mail = api(MailApi.class, settings.mailUrl(), http, json);
    AccessTokens tokens =
        new AccessTokens(new TokenRequest(login, reader, settings.client()), clock);
    ZohoCalls calls =
        new ZohoCalls(
            new MinuteBudget(settings.requestsPerMinute(), ledger, clock), tokens, reader);
    AccountReader accounts = new AccountReader(clock);
    StatusWriter writer = new StatusWriter(calls, clock);
    return switch (settings.authentication()) {
      case ADMIN -> {
        TokenOwner owner = new TokenOwner(settings.organizationId(), calls, mail);
        AdminMailboxes mailboxes = new AdminMailboxes(calls, mail, owner, accounts, writer);
        yield new Zoho(mailboxes, mailboxes);
      }
      case USER -> {
        OwnMailboxes mailboxes = new OwnMailboxes(calls, mail, accounts, writer);
        yield new Zoho(mailboxes, mailboxes);
      }
    };
  }

  private static HttpClient httpClient() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT)
        .build();
  }

  private static <T> T api(Class<T> type, URI base, Client http, JsonMapper json) {
    return Feign.builder()
        .client(http)
        .encoder(new WireEncoder(json))
        .retryer(Retryer.NEVER_RETRY)
        .options(
            new Request.Options(
                CONNECT.toMillis(),
                TimeUnit.MILLISECONDS,
                READ.toMillis(),
                TimeUnit.MILLISECONDS,
                false))
        .target(type, base.toString());
  }
}
