package dev.mailbrake.zoho;

import dev.mailbrake.config.Authentication;
import dev.mailbrake.config.DataCenter;
import dev.mailbrake.config.Secret;
import dev.mailbrake.config.ZohoApplication;
import dev.mailbrake.config.ZohoApplication.OAuthClient;
import dev.mailbrake.config.ZohoApplication.ZohoServers;
import dev.mailbrake.config.ZohoSettings;
import dev.mailbrake.metrics.Meters;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import dev.mailbrake.sandbox.zoho.SampleOrganization;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** The ways in which tests access Zoho. */
final class Access {
  static final Optional<String> CONFIGURED = Optional.of(String.valueOf(SampleOrganization.ZOID));
  static final Optional<String> TO_BE_ASKED = Optional.empty();

  private Access() {}

  static OAuthClient client() {
    return new OAuthClient(FakeZoho.CLIENT_ID, new Secret(FakeZoho.CLIENT_SECRET));
  }

  static Secret refreshToken() {
    return new Secret(FakeZoho.REFRESH_TOKEN);
  }

  static TokenBody refresh() {
    return TokenBody.refresh(client(), refreshToken());
  }

  static Zoho asAdmin(URI url, Optional<String> zoid, Clock clock) {
    return asAdmin(url, zoid, clock, Meters.off());
  }

  static Zoho asAdmin(URI url, Optional<String> zoid, Clock clock, Meters meters) {
    return Zoho.connect(
        settings(url, zoid, Authentication.ADMIN), new CountedCalls(), clock, meters);
  }

  static Zoho asUser(URI url, Clock clock) {
    return Zoho.connect(
        settings(url, Optional.empty(), Authentication.USER),
        new CountedCalls(),
        clock,
        Meters.off());
  }

  static ZohoSettings settings(URI url, Optional<String> zoid, Authentication authentication) {
    return new ZohoSettings(application(url, zoid, authentication), refreshToken(), 30, false);
  }

  static ZohoApplication application(
      URI url, Optional<String> zoid, Authentication authentication) {
    return new ZohoApplication(
        new ZohoServers(DataCenter.US, url, url), client(), authentication, zoid);
  }
}
