package dev.mailbrake.config;

import dev.mailbrake.config.ZohoApplication.OAuthClient;
import dev.mailbrake.config.ZohoApplication.ZohoServers;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

final class ZohoReader {
  private static final Predicate<String> NUMBER = Environment.matching("[0-9]{1,20}");

  private final Environment environment;

  ZohoReader(Environment environment) {
    this.environment = environment;
  }

  ZohoSettings settings() {
    return new ZohoSettings(
        application(),
        environment.secret(Setting.ZOHO_REFRESH_TOKEN, Environment.ANY, "1000.…"),
        environment.number(Setting.ZOHO_REQUESTS_PER_MINUTE, 3, 100_000),
        environment.oneOf(Setting.MAILBRAKE_DRY_RUN, Set.of("true", "false")).equals("true"));
  }

  ZohoApplication application() {
    ZohoConsent consent = consent();
    return new ZohoApplication(
        servers(consent.dataCenter()),
        client(),
        consent.authentication(),
        environment.optional(Setting.ZOHO_ORGANIZATION_ID, NUMBER, "must be a number", "76006415"));
  }

  ZohoConsent consent() {
    String authentication = environment.oneOf(Setting.ZOHO_AUTHENTICATION, Set.of("admin", "user"));
    return new ZohoConsent(
        DataCenter.of(environment.oneOf(Setting.ZOHO_DATA_CENTER, DataCenter.codes())),
        Authentication.valueOf(authentication.toUpperCase(Locale.ROOT)));
  }

  private ZohoServers servers(DataCenter center) {
    return new ZohoServers(
        center,
        base(Setting.ZOHO_ACCOUNTS_URL, center.accounts()),
        base(Setting.ZOHO_MAIL_URL, center.mail()));
  }

  private URI base(Setting setting, URI standard) {
    return URI.create(environment.url(setting, standard.toString()));
  }

  private OAuthClient client() {
    return new OAuthClient(
        environment.required(Setting.ZOHO_CLIENT_ID, Environment.ANY, "1000.…"),
        environment.secret(Setting.ZOHO_CLIENT_SECRET, Environment.ANY, "the client's secret"));
  }
}
