package dev.mailbrake.cli;

import dev.mailbrake.config.Authentication;
import dev.mailbrake.config.ZohoConsent;
import java.util.Locale;

/** What to do at Zoho's API console, as a text. Pure. */
final class AuthorizeSteps {
  private AuthorizeSteps() {}

  static String of(ZohoConsent approvals) {
    Authentication authentication = approvals.authentication();
    String person =
        switch (authentication) {
          case ADMIN -> "an administrator of the organisation, who must stay one";
          case USER -> "the user whose own mailbox it is about";
        };
    return """
        To let Mailbrake act in Zoho Mail (ZOHO_DATA_CENTER=%s, ZOHO_AUTHENTICATION=%s):
          1. Sign in at %s as %s.
             Mailbrake acts as that person.
          2. Choose the Self Client, or make it by Add Client. Its Client ID goes into ZOHO_CLIENT_ID
             and its Client Secret into ZOHO_CLIENT_SECRET.
          3. In its tab Generate Code enter exactly these scopes:
             %s
             and the longest duration. Choose Zoho Mail and the organisation if asked.
          4. Enter the code here within that duration. It works once.
        """
        .formatted(
            approvals.dataCenter().code(),
            authentication.name().toLowerCase(Locale.ROOT),
            approvals.dataCenter().console(),
            person,
            authentication.scopeList());
  }
}
