package dev.mailbrake.zoho;

import dev.mailbrake.mailbox.Trouble;
import dev.mailbrake.mailbox.Trouble.Kind;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** The reading of an answer that is no success. Pure. */
final class Refusal {
  private static final Set<String> FORM_CODES =
      Set.of(
          "PATTERN_NOT_MATCHED",
          "INVALID_DATATYPE",
          "JSON_PARSE_ERROR",
          "LESS_THAN_MIN_OCCURANCE",
          "MORE_THAN_MAX_LENGTH");
  private static final String SETTINGS =
      "Check ZOHO_DATA_CENTER and the OAuth client in Mailbrake's settings.";

  private Refusal() {}

  /** Whether the access token is no good and a fresh one may help. */
  static boolean isOfToken(Answer answer) {
    return is(answer, "INVALID_OAUTHTOKEN") || is(answer, "OAUTHTOKEN_EXPIRED");
  }

  /** Whether the form of the body was refused, not its meaning. */
  static boolean isOfForm(Answer answer) {
    return answer.status() == 400
        && (FORM_CODES.contains(code(answer)) || answer.reason().contains("zoho-inputstream"));
  }

  /** Whether we asked too often; recognised by shape, since no such answer is documented. */
  static boolean isThrottling(Answer answer) {
    return answer.status() == 429
        || code(answer).endsWith("THROTTLES_LIMIT_EXCEEDED")
        || answer.reason().toLowerCase(Locale.ROOT).contains("too many requests");
  }

  /** What the refusal means for whoever asked. */
  static Trouble trouble(Answer answer) {
    if (isThrottling(answer)) {
      return new Trouble(
          Kind.RETRY_LATER,
          "Zoho takes no requests now because there were too many",
          "Mailbrake waits and goes on by itself.",
          answer.retryAfter().orElse(Duration.ZERO));
    }
    if (isOfToken(answer) || is(answer, "INVALID_TICKET")) {
      return credentials(answer, "Zoho refuses the access token, a fresh one too", SETTINGS);
    }
    if (is(answer, "INVALID_OAUTHSCOPE")) {
      return credentials(
          answer,
          "The Zoho token lacks a scope that this call needs",
          "Authorize again with the scopes that the README names.");
    }
    if (is(answer, "URL_RULE_NOT_CONFIGURED")) {
      return credentials(answer, "Zoho does not know this address of its API", SETTINGS);
    }
    return byStatus(answer);
  }

  private static Trouble byStatus(Answer answer) {
    if (answer.status() == 404) {
      return new Trouble(
          Kind.NOT_FOUND,
          "Zoho does not find it" + words(answer),
          "Check the address.",
          Duration.ZERO);
    }
    if (answer.status() == 401 || answer.status() == 403) {
      return credentials(
          answer,
          "Zoho does not permit it to the owner of Mailbrake's token",
          "The owner must be an administrator of the organisation.");
    }
    if (hasBusinessReason(answer) || answer.status() / 100 == 4) {
      return new Trouble(
          Kind.REFUSED,
          "Zoho refused" + words(answer),
          "Do it in the Zoho Mail Admin Console, or ask again once the reason is gone.",
          Duration.ZERO);
    }
    return new Trouble(
        Kind.RETRY_LATER,
        answer.status() / 100 == 2
            ? "Zoho's answer made no sense (HTTP %d, not its usual form)".formatted(answer.status())
            : "Zoho is out of order (HTTP %d)".formatted(answer.status()),
        "Please try again in a minute.",
        answer.retryAfter().orElse(Duration.ZERO));
  }

  /** A reason beyond the status: even a 500 can be a final refusal, said only in moreInfo. */
  private static boolean hasBusinessReason(Answer answer) {
    return !answer.reason().isEmpty()
        && !answer.reason().equalsIgnoreCase(answer.description())
        && !answer.reason().toLowerCase(Locale.ROOT).startsWith("internal");
  }

  private static Trouble credentials(Answer answer, String reason, String remedy) {
    return new Trouble(Kind.CREDENTIALS, reason + words(answer), remedy, Duration.ZERO);
  }

  private static String words(Answer answer) {
    String said = answer.reason().isEmpty() ? answer.description() : answer.reason();
    String both = (code(answer) + " " + said).strip();
    return both.isEmpty() ? " (HTTP " + answer.status() + ")" : " (" + both + ")";
  }

  private static boolean is(Answer answer, String code) {
    return code(answer).equals(code);
  }

  private static String code(Answer answer) {
    return answer.errorCode().toUpperCase(Locale.ROOT);
  }
}
