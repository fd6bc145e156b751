package dev.mailbrake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.config.Authentication;
import dev.mailbrake.config.DataCenter;
import dev.mailbrake.config.ZohoConsent;
import org.junit.jupiter.api.Test;

class AuthorizeStepsTest {

  @Test
  void nameConsoleScopesAndPersonForAnAdministrator() {
    assertThat(AuthorizeCommand.steps(new ZohoConsent(DataCenter.EU, Authentication.ADMIN)))
        .contains(
            "ZOHO_DATA_CENTER=eu, ZOHO_AUTHENTICATION=admin",
            "https://api-console.zoho.eu as an administrator of the organization",
            "ZohoMail.organization.accounts.READ,ZohoMail.organization.accounts.UPDATE,"
                + "ZohoMail.accounts.READ\n",
            "ZOHO_CLIENT_ID",
            "ZOHO_CLIENT_SECRET",
            "works once");
  }

  @Test
  void nameOtherScopesForAUser() {
    assertThat(AuthorizeCommand.steps(new ZohoConsent(DataCenter.CN, Authentication.USER)))
        .contains(
            "https://api-console.zoho.com.cn as the user who owns the mailbox",
            " ZohoMail.accounts.READ,ZohoMail.accounts.UPDATE\n")
        .doesNotContain("organization.accounts", "administrator");
  }
}
