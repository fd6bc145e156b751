package dev.mailbrake.sandbox.slack.webapi;

import dev.mailbrake.sandbox.slack.protocol.SlackError;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * A fault that is going to happen.
 *
 * @param method an API method, {@code response_url}, or empty for all that the fault concerns
 * @param calls how many more calls it affects
 * @param length the delay of {@link SlackFault#SLOW}, the {@code Retry-After} of {@link
 *     SlackFault#RATE_LIMITED}
 */
public record PlannedFault(SlackFault fault, String method, int calls, Duration length) {

  static final String EVERY_METHOD = "";

  public PlannedFault on(String oneMethod) {
    return new PlannedFault(fault, oneMethod, calls, length);
  }

  public PlannedFault lasting(Duration time) {
    return new PlannedFault(fault, method, calls, time);
  }

  boolean strikes(String calledMethod) {
    boolean here = method.equals(EVERY_METHOD) || method.equals(calledMethod);
    return here && fault.concerns(calledMethod);
  }

  PlannedFault afterOneCall() {
    int left = calls == Integer.MAX_VALUE ? calls : calls - 1;
    return new PlannedFault(fault, method, left, length);
  }

  boolean isOver() {
    return calls <= 0;
  }

  boolean cutsConnection() {
    return fault == SlackFault.RESET || fault == SlackFault.ANSWER_LOST;
  }

  /** What the bot gets instead of the real answer; empty if the call still takes effect. */
  Optional<ApiAnswer> answer() {
    return switch (fault) {
      case SLOW, ANSWER_LOST -> Optional.empty();
      case DOWN, RESPONSE_URL_DOWN -> Optional.of(ApiAnswer.plain(503, "service_unavailable"));
      case RATE_LIMITED -> Optional.of(ApiAnswer.rateLimited(length.toSeconds()));
      case RESET -> Optional.of(ApiAnswer.plain(500, "connection_reset"));
      case USED_URL, EXPIRED_URL -> Optional.of(ApiAnswer.plain(404, error()));
      case INTERNAL_ERROR,
          FATAL_ERROR,
          TOKEN_REVOKED,
          ACCOUNT_INACTIVE,
          MESSAGE_NOT_FOUND,
          EDIT_WINDOW_CLOSED ->
          Optional.of(refusal(error()));
      case ARCHIVED -> Optional.of(refusal("is_archived"));
    };
  }

  private String error() {
    return fault.name().toLowerCase(Locale.ROOT);
  }

  private static ApiAnswer refusal(String error) {
    return ApiAnswer.refused(new SlackError(error));
  }
}
