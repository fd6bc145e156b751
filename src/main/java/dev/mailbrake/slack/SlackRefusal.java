package dev.mailbrake.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import dev.mailbrake.check.HttpHeaders;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.slack.blocks.Renderings;
import dev.mailbrake.text.PlainText;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What Slack's refusals and failures mean for a delivery. Pure. */
public final class SlackRefusal {
  private static final Set<String> TEMPORARY =
      Set.of(
          "internal_error",
          "fatal_error",
          "ratelimited",
          "rate_limited",
          "service_unavailable",
          "request_timeout",
          "team_added_to_org",
          "accesslimited");

  /** An admin can fix these while the message waits. */
  private static final Set<String> FIXABLE =
      Set.of(
          "invalid_auth",
          "not_authed",
          "token_revoked",
          "token_expired",
          "account_inactive",
          "missing_scope");

  private static final Set<String> CONTENT =
      Set.of(
          Renderings.TOO_LONG,
          "msg_too_long",
          "invalid_blocks",
          "invalid_blocks_format",
          "no_text");

  private static final Pattern CODE = Pattern.compile("[a-z]+(?:_[a-z]+)+");
  private static final int LONGEST_BODY = 1_000;

  static final String RATE_LIMITED = "Slack limits the rate";

  private static final Duration UNTIL_FIXED = Duration.ofMinutes(1);
  private static final Duration DEFAULT_RETRY_AFTER = Duration.ofSeconds(1);

  /** The SDK throws all kinds of exceptions for a proxy's page or half an answer. */
  private static final String MALFORMED = "Slack's answer made no sense";

  private SlackRefusal() {}

  static <T> Delivery<T> of(SlackApiTextResponse response) {
    String error = PlainText.oneLine(Objects.requireNonNullElse(response.getError(), ""));
    String why = answered(error);
    if (FIXABLE.contains(error)) {
      return new Delivery.Later<>(why + "; fix SLACK_BOT_TOKEN or its scopes", UNTIL_FIXED);
    }
    return TEMPORARY.contains(error)
        ? new Delivery.Later<>(why, Duration.ZERO)
        : new Delivery.Impossible<>(why, error);
  }

  /** Whether the refusal is about the message itself, so sending it another way won't help. */
  static boolean isOfContent(Delivery.Impossible<?> refusal) {
    return CONTENT.contains(refusal.error());
  }

  /** A call without an answer of the API, but perhaps with an HTTP status. */
  static <T> Delivery.Later<T> of(Exception broken) {
    return broken instanceof SlackApiException api && api.getResponse().code() == 429
        ? new Delivery.Later<>(RATE_LIMITED, retryAfter(api.getResponse()))
        : new Delivery.Later<>(words(broken), Duration.ZERO);
  }

  /** A response URL's answer other than 200. */
  static <T> Delivery<T> of(Response response) {
    int status = response.code();
    String why = "Slack's response_url answered HTTP " + status;
    if (status == 429) {
      return new Delivery.Later<>(why, retryAfter(response));
    }
    return status >= 500
        ? new Delivery.Later<>(why, Duration.ZERO)
        : new Delivery.Impossible<>(why, code(response));
  }

  /** The first word with an underscore, bare or in JSON: both occur. */
  private static String code(Response response) {
    try {
      Matcher code = CODE.matcher(response.peekBody(LONGEST_BODY).string());
      return code.find() ? code.group() : "";
    } catch (IOException | RuntimeException unreadable) {
      return "";
    }
  }

  /** In words for a person; Slack may refuse without an error code. */
  public static String answered(@Nullable String error) {
    return error == null || error.isBlank()
        ? "Slack refused without a reason"
        : "Slack answered " + PlainText.oneLine(error);
  }

  /** What came instead of an answer, in words for a person. */
  public static String words(Exception broken) {
    if (broken instanceof SlackApiException api) {
      return "Slack answered HTTP " + api.getResponse().code();
    }
    return broken instanceof IOException ? "Slack cannot be reached" : MALFORMED;
  }

  /** How long Slack asks us to wait; a second if it does not say. */
  static Duration retryAfter(Response response) {
    return Optional.ofNullable(response.header("Retry-After"))
        .flatMap(HttpHeaders::retryAfter)
        .orElse(DEFAULT_RETRY_AFTER);
  }
}
