package dev.mailbrake.zoho;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.config.Authentication;
import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.sandbox.MovableClock;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SecrecyTest {
  private final MovableClock clock = new MovableClock();

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SLOW", "TOKENS_EXPIRED", "LAGGING_READS", "SILENT"})
  void revealsNoSecretInAnyFailure(ZohoFault fault) {
    try (FakeZoho zoho = FakeZoho.start(clock)) {
      zoho.inject(fault);

      Lookup answer =
          Access.asAdmin(zoho.url(), Access.CONFIGURED, clock)
              .directory()
              .find(new MailAddress(REBECCA));

      assertThat(answer)
          .asString()
          .doesNotContain(FakeZoho.CLIENT_SECRET, FakeZoho.REFRESH_TOKEN, "Zoho-oauthtoken");
    }
  }

  @Test
  void printsNoSecretOfItsSettings() {
    assertThat(
            Access.settings(
                URI.create("http://127.0.0.1"), Access.CONFIGURED, Authentication.ADMIN))
        .asString()
        .doesNotContain(FakeZoho.CLIENT_SECRET, FakeZoho.REFRESH_TOKEN)
        .contains("***");
    assertThat(Access.refresh())
        .asString()
        .doesNotContain(FakeZoho.CLIENT_SECRET, FakeZoho.REFRESH_TOKEN)
        .contains("***");
  }
}
