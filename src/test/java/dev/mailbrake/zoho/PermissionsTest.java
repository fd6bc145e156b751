package dev.mailbrake.zoho;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.check.Finding;
import dev.mailbrake.config.Authentication;
import dev.mailbrake.zoho.Permissions.ZohoScopes;
import dev.mailbrake.zoho.ZohoCheck.Subjects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionsTest {
  private static final Finding GOOD_ROLE = Finding.good(Subjects.ROLE, "fine");

  @ParameterizedTest
  @EnumSource
  void passWithExactlyTheNeededScopes(Authentication authentication) {
    Permissions permissions = granted(authentication, authentication.scopeList());

    assertThat(permissions.scopes().failed()).isFalse();
    assertThat(permissions.write(GOOD_ROLE).seen()).startsWith("not tried").contains("allow it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ZohoMail.accounts.READ ZohoMail.accounts.UPDATE",
        "ZohoMail.accounts.UPDATE, ZohoMail.accounts.READ",
        "ZohoMail.accounts.ALL"
      })
  void acceptScopesWithAnySeparator(String echo) {
    assertThat(granted(Authentication.USER, echo).scopes().failed()).isFalse();
  }

  @Test
  void nameEachMissingScopeAndAllThatAreNeeded() {
    Permissions permissions =
        granted(Authentication.ADMIN, "ZohoMail.organization.accounts.READ,ZohoMail.messages.READ");

    assertThat(permissions.scopes())
        .isEqualTo(
            Finding.bad(
                "Zoho scopes",
                "the token is missing ZohoMail.organization.accounts.UPDATE, ZohoMail.accounts.READ",
                "Authorize again with the scopes ZohoMail.organization.accounts.READ,"
                    + "ZohoMail.organization.accounts.UPDATE,ZohoMail.accounts.READ."));
    assertThat(permissions.write(GOOD_ROLE))
        .isEqualTo(Finding.skipped("Zoho write permission", "Zoho scopes"));
  }

  @Test
  void nameUnneededScopes() {
    Finding finding =
        granted(Authentication.USER, Authentication.USER.scopeList() + ",ZohoMail.messages.READ")
            .scopes();

    assertThat(finding.failed()).isFalse();
    assertThat(finding.seen()).endsWith("more than needed: ZohoMail.messages.READ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ","})
  void sayThatZohoNamedNoScopes(String echo) {
    Permissions permissions = granted(Authentication.ADMIN, echo);

    assertThat(permissions.scopes().failed()).isFalse();
    assertThat(permissions.scopes().seen()).startsWith("Zoho doesn't name");
    assertThat(permissions.write(GOOD_ROLE).seen()).contains("Zoho doesn't say");
  }

  @Test
  void waitForTheRole() {
    Finding member = Finding.bad(Subjects.ROLE, "a member", "Make them one.");

    assertThat(granted(Authentication.ADMIN, Authentication.ADMIN.scopeList()).write(member))
        .isEqualTo(Finding.skipped("Zoho write permission", "Zoho administrator role"));
  }

  private static Permissions granted(Authentication authentication, String echo) {
    Optional<ZohoScopes> scopes = ZohoScopes.parse(echo);
    return new Permissions(authentication, scopes);
  }
}
