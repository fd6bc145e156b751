package dev.mailbrake.zoho;

import dev.mailbrake.config.Secret;
import dev.mailbrake.config.ZohoSettings;
import dev.mailbrake.config.ZohoSettings.Authentication;
import dev.mailbrake.config.ZohoSettings.OAuthClient;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import dev.mailbrake.sandbox.zoho.SampleOrganization;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** The ways in which tests come to Zoho. */
final class Access {
  static final Optional<String> CONFIGURED = Optional.of(String.valueOf(SampleOrganization.ZOID));
  static final Optional<String> TO_BE_ASKED = Optional.empty();

  private Access() {}

  static OAuthClient client() {
    return new OAuthClient(
        FakeZoho.CLIENT_ID, new Secret(FakeZoho.CLIENT_SECRET), new Secret(FakeZoho.REFRESH_TOKEN));
  }

  static Zoho asAdmin(URI url, Optional<String> zoid, Clock clock) {
    return Zoho.connect(settings(url, zoid, Authentication.ADMIN), new CountedCalls(), clock);
  }

  static Zoho asUser(URI url, Clock clock) {
    return Zoho.connect(
        settings(url, Optional.empty(), Authentication.USER), new CountedCalls(), clock);
  }

  private static ZohoSettings settings(
      URI url, Optional<String> zoid, Authentication authentication) {
    return new ZohoSettings(url, url, client(), authentication, zoid, 30, false);
  }
}
