package dev.mailbrake.zoho;

import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.mailbox.Failure.Kind;
import dev.mailbrake.zoho.TokenBody.Grant;
import java.time.Duration;

/**
 * What the login server's answer means if it grants nothing. Pure.
 *
 * <p>Sources: Zoho Accounts, "Authorization code flow", "Refresh access token" and "Multi DC" for
 * the codes that begin with {@code invalid_}; RFC 6749 for the others.
 */
final class TokenRefusal {
  /** After ten tokens in ten minutes, Zoho grants none for the rest of that time. */
  private static final Duration THROTTLE = Duration.ofMinutes(10);

  private TokenRefusal() {}

  /** Whether this data center does not know the client's id. */
  static boolean isOfClientId(Answer answer) {
    return code(answer).equals("invalid_client");
  }

  /** Whether it knows the id, but did not get the client's secret. */
  static boolean isOfClientSecret(Answer answer) {
    return code(answer).equals("invalid_client_secret");
  }

  /** Whether we asked for too many tokens. The words are localized, so only the shape counts. */
  static boolean isThrottling(Answer answer) {
    return answer.body().path("status").asText("").equals("failure");
  }

  static Failure failure(Grant grant, Answer answer) {
    String code = code(answer);
    return switch (code) {
      case "invalid_code", "invalid_grant" ->
          Failure.refused(grant.refused() + " (" + code + ")", grant.remedy());
      case "invalid_client" ->
          Failure.refused(
              "Zoho doesn't know the OAuth client (invalid_client)",
              "Check ZOHO_CLIENT_ID, ZOHO_CLIENT_SECRET and ZOHO_DATA_CENTER: each data center has"
                  + " its own.");
      case "invalid_client_secret" ->
          Failure.refused(
              "Zoho doesn't accept the OAuth client's secret (invalid_client_secret)",
              "Set ZOHO_CLIENT_SECRET as the API console of ZOHO_DATA_CENTER shows it: each data"
                  + " center has its own.");
      case "invalid_redirect_uri" ->
          Failure.refused(
              "The code was generated for a client with a redirect address (invalid_redirect_uri)",
              "Generate the code on a Self Client's tab, and set ZOHO_CLIENT_ID and"
                  + " ZOHO_CLIENT_SECRET to that client's.");
      case "unauthorized_client" ->
          Failure.refused(
              "Zoho doesn't let this OAuth client do that (unauthorized_client)",
              "Create a Self Client in the API console, and set ZOHO_CLIENT_ID and"
                  + " ZOHO_CLIENT_SECRET to that client's.");
      case "access_denied" ->
          Failure.refused(
              "Zoho denied access (access_denied)",
              "Generate the code as a person who may use Zoho Mail's API, and for admin"
                  + " authentication as an administrator of the organization.");
      default -> passing(answer, code);
    };
  }

  private static Failure passing(Answer answer, String code) {
    if (isThrottling(answer)) {
      return Failure.passing(
          "Zoho is rate-limiting Mailbrake: it requested too many access tokens", THROTTLE);
    }
    if (answer.body().isMissingNode() && !answer.empty() && answer.status() / 100 == 2) {
      return new Failure(
          Kind.RETRY_LATER,
          "Zoho's login server answered with a web page (HTTP " + answer.status() + ")",
          "Please try again in a minute. If it keeps happening, look for a proxy on the way, and"
              + " check ZOHO_ACCOUNTS_URL if it's set.",
          Duration.ZERO);
    }
    String said = code.isEmpty() ? "" : ", " + ExternalText.words(code);
    return Failure.passing(
        "Zoho's login server gave no access token (HTTP " + answer.status() + said + ")",
        Duration.ZERO);
  }

  private static String code(Answer answer) {
    return answer.body().path("error").asText("");
  }
}
