package dev.mailbrake.slack.check;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.mailbrake.check.ClockSkew;
import dev.mailbrake.check.Finding;
import dev.mailbrake.check.HttpHeaders;
import dev.mailbrake.slack.SlackApi;
import dev.mailbrake.slack.SlackRefusal;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Slack answered to {@code auth.test} with the bot token.
 *
 * @param headers names in lower case; empty if no response came
 */
record TokenAnswer(Finding token, Map<String, List<String>> headers) {
  private static final String INSTALL =
      "Install the app to the workspace again (api.slack.com/apps → Install App), and set"
          + " SLACK_BOT_TOKEN to the new token.";
  private static final String COPY =
      "Set SLACK_BOT_TOKEN to the app's Bot User OAuth Token (api.slack.com/apps → OAuth &"
          + " Permissions).";
  private static final String WITHOUT_ROTATION =
      "Switch token rotation off as in the manifest. " + INSTALL;

  static final String REACH =
      "Let this machine reach Slack's Web API over HTTPS. If it can, try again later.";

  /** Errors of {@code auth.test}. Source: docs.slack.dev. */
  private static final Map<String, RefusedToken> REFUSED =
      Map.of(
          "invalid_auth", new RefusedToken("Slack doesn't know this token (invalid_auth)", COPY),
          "not_authed", new RefusedToken("Slack got no token (not_authed)", COPY),
          "account_inactive",
              new RefusedToken("the app is no longer in the workspace (account_inactive)", INSTALL),
          "token_revoked", new RefusedToken("the token was revoked (token_revoked)", INSTALL),
          "token_expired",
              new RefusedToken("the token has expired (token_expired)", WITHOUT_ROTATION));

  static TokenAnswer ask(SlackApi api) {
    try {
      AuthTestResponse answer = api.methods().authTest(ask -> ask);
      return new TokenAnswer(
          answer.isOk() ? accepted(answer) : refused(answer.getError()),
          answer.getHttpResponseHeaders());
    } catch (IOException | SlackApiException | RuntimeException broken) {
      return new TokenAnswer(
          Finding.bad(SlackCheck.TOKEN, SlackRefusal.words(broken), REACH), Map.of());
    }
  }

  private static Finding accepted(AuthTestResponse answer) {
    return Finding.good(
        SlackCheck.TOKEN,
        "the bot is %s in the workspace %s"
            .formatted(named(answer.getUser()), named(answer.getTeam())));
  }

  private static String named(@Nullable String name) {
    return Objects.requireNonNullElse(name, "(Slack gives no name)");
  }

  private static Finding refused(@Nullable String error) {
    RefusedToken refused =
        REFUSED.getOrDefault(
            Objects.requireNonNullElse(error, ""),
            new RefusedToken(SlackRefusal.answered(error), COPY + " " + REACH));
    return Finding.bad(SlackCheck.TOKEN, refused.seen(), refused.remedy());
  }

  private record RefusedToken(String seen, String remedy) {}

  boolean isAccepted() {
    return !token.failed();
  }

  Finding scopes() {
    return isAccepted()
        ? SlackScopes.granted(header("x-oauth-scopes"))
        : Finding.skipped(SlackCheck.SCOPES, SlackCheck.TOKEN);
  }

  /** Works with a refused token too: every response has a date. */
  Finding clock(Instant now) {
    return headers.isEmpty()
        ? Finding.skipped(SlackCheck.CLOCK, SlackCheck.TOKEN)
        : ClockSkew.of(SlackCheck.CLOCK, "Slack", header("date").flatMap(HttpHeaders::date), now);
  }

  private Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }
}
