package dev.mailbrake.zoho;

import dev.mailbrake.mailbox.Failure;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** What Zoho's answer means if it is not a success. Pure. */
final class Refusal {
  private static final Set<String> BODY_CODES =
      Set.of(
          "PATTERN_NOT_MATCHED",
          "INVALID_DATATYPE",
          "JSON_PARSE_ERROR",
          "LESS_THAN_MIN_OCCURANCE",
          "MORE_THAN_MAX_LENGTH");
  private static final String SETTINGS =
      "Check ZOHO_DATA_CENTER and the OAuth client in Mailbrake's settings.";

  private static final String BY_HAND =
      "Fix the cause and try again, or do it in the Zoho Mail Admin Console.";

  private static final String NO_SUCH_RULE = "URL_RULE_NOT_CONFIGURED";

  private Refusal() {}

  /** Whether a fresh access token may help. */
  static boolean isOfToken(Answer answer) {
    return isWithoutEffect(answer)
        && (is(answer, "INVALID_OAUTHTOKEN") || is(answer, "OAUTHTOKEN_EXPIRED"));
  }

  /** Whether the token seems to be for another data center's Mail API. */
  static boolean isOfOtherDataCenter(Answer answer) {
    return isOfToken(answer) || is(answer, "INVALID_TICKET") || is(answer, NO_SUCH_RULE);
  }

  /** Whether Zoho refused the body's syntax, not the change. */
  static boolean isOfBody(Answer answer) {
    return isWithoutEffect(answer)
        && answer.effectiveStatus() == 400
        && (BODY_CODES.contains(code(answer)) || answer.reason().contains("zoho-inputstream"));
  }

  /**
   * Whether it proves that nothing happened: Zoho's own refusal with a 4xx, or its error inside
   * HTTP 200. A gateway may report a timeout (408, 425) or anything else for a call that arrived.
   */
  private static boolean isWithoutEffect(Answer answer) {
    int kind = answer.status() / 100;
    boolean isContradiction = kind == 4 && answer.bodyStatus().startsWith("2");
    return (kind == 2 || kind == 4)
        && answer.isFromZoho()
        && !isContradiction
        && answer.effectiveStatus() != 408
        && answer.effectiveStatus() != 425;
  }

  /** Whether we called too often; such answers are not documented. */
  static boolean isThrottling(Answer answer) {
    return answer.status() == 429
        || answer.bodyStatus().equals("429")
        || code(answer).endsWith("THROTTLES_LIMIT_EXCEEDED")
        || answer.reason().toLowerCase(Locale.ROOT).contains("too many requests");
  }

  static Failure failure(Answer answer) {
    if (isThrottling(answer)) {
      return passing(answer, "Zoho is rate-limiting Mailbrake");
    }
    if (!isWithoutEffect(answer)) {
      return unproven(answer);
    }
    if (isOfToken(answer) || is(answer, "INVALID_TICKET")) {
      return refused(answer, "Zoho refuses the access token, a fresh one too", SETTINGS);
    }
    if (is(answer, "INVALID_OAUTHSCOPE")) {
      return refused(
          answer,
          "The Zoho token lacks a scope that this call needs",
          "Authorize again with the scopes that the command authorize lists.");
    }
    if (is(answer, NO_SUCH_RULE)) {
      return refused(answer, "Zoho does not know this address of its API", SETTINGS);
    }
    return byStatus(answer);
  }

  private static Failure byStatus(Answer answer) {
    if (answer.effectiveStatus() == 404 || code(answer).endsWith("NOT_FOUND")) {
      return Failure.notFound("Zoho doesn't find it" + words(answer), "Check the address.");
    }
    if (answer.effectiveStatus() == 401 || answer.effectiveStatus() == 403) {
      return Failure.refused(
          "Zoho refused" + quoted(answer),
          "Mailbrake's Zoho account may have lost its administrator role: it must be an"
              + " administrator of the organization.");
    }
    if (isInternal(answer)) {
      return unavailable(answer);
    }
    if (!answer.reason().isEmpty() || answer.effectiveStatus() / 100 == 4) {
      return Failure.refused("Zoho refused" + quoted(answer), BY_HAND);
    }
    return nonsense(answer);
  }

  /** After this answer, the change may have taken effect all the same. */
  private static Failure unproven(Answer answer) {
    if (answer.isFromZoho() && answer.status() / 100 == 5 && !isInternal(answer)) {
      return Failure.unproven("Zoho reported an error" + words(answer), BY_HAND);
    }
    return answer.status() / 100 == 5 || answer.isFromZoho()
        ? unavailable(answer)
        : nonsense(answer);
  }

  private static Failure unavailable(Answer answer) {
    String said =
        answer.isFromZoho() ? ExternalText.words(code(answer) + " " + answer.reason()).strip() : "";
    String detail = said.isEmpty() ? "" : ": " + said;
    return passing(
        answer, "Zoho is unavailable (HTTP %d%s)".formatted(answer.effectiveStatus(), detail));
  }

  private static Failure nonsense(Answer answer) {
    return passing(
        answer,
        "Zoho's answer made no sense (HTTP %d, not its usual form)".formatted(answer.status()));
  }

  /** A server error without a reason; a 500 with a moreInfo can be a refusal. */
  private static boolean isInternal(Answer answer) {
    boolean ofServer = answer.effectiveStatus() / 100 == 5;
    String reason = answer.reason();
    boolean bare =
        reason.isEmpty()
            || reason.equalsIgnoreCase(answer.description())
            || reason.toLowerCase(Locale.ROOT).startsWith("internal")
            || code(answer).startsWith("INTERNAL");
    return ofServer && bare;
  }

  private static Failure passing(Answer answer, String reason) {
    return Failure.passing(reason, answer.retryAfter().orElse(Duration.ZERO));
  }

  private static Failure refused(Answer answer, String reason, String remedy) {
    return Failure.refused(reason + words(answer), remedy);
  }

  private static String quoted(Answer answer) {
    String said = said(answer);
    return said.isEmpty() ? words(answer) : ": \"" + said + "\"";
  }

  private static String words(Answer answer) {
    String said = said(answer);
    return " (" + (said.isEmpty() ? "HTTP " + answer.status() : said) + ")";
  }

  private static String said(Answer answer) {
    String said = answer.reason().isEmpty() ? answer.description() : answer.reason();
    return ExternalText.words(code(answer) + " " + said);
  }

  private static boolean is(Answer answer, String code) {
    return code(answer).equals(code);
  }

  private static String code(Answer answer) {
    return answer.errorCode().toUpperCase(Locale.ROOT);
  }
}
