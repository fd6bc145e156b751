package dev.mailbrake.slack.check;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import dev.mailbrake.check.Finding;
import dev.mailbrake.config.Secret;
import dev.mailbrake.config.SlackSettings.SlackMode;
import dev.mailbrake.slack.SlackApi;
import dev.mailbrake.slack.SlackRefusal;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

final class ConnectionCheck {
  private static final String SOCKET_MODE = "Socket Mode";
  private static final String TOKEN =
      "Set SLACK_APP_TOKEN to an app-level token (api.slack.com/apps → Basic Information →"
          + " App-Level Tokens), xapp-… with the scope connections:write.";

  /** Errors of {@code apps.connections.open}. Source: docs.slack.dev. */
  private static final Map<String, String> SEEN =
      Map.of(
          "not_allowed_token_type", "SLACK_APP_TOKEN is another kind of token",
          "invalid_auth", "Slack doesn't know this app-level token",
          "not_authed", "Slack got no app-level token",
          "account_inactive", "the app is no longer in the workspace",
          "token_revoked", "the app-level token was revoked",
          "missing_scope", "the app-level token is missing connections:write");

  private ConnectionCheck() {}

  static Finding look(SlackApi api, SlackMode mode) {
    return mode.fold(http -> requests(), socket -> connection(api, socket.appToken()));
  }

  private static Finding requests() {
    return Finding.unchecked(
        "Slack requests",
        "the signing secret and the app's addresses can't be checked from here",
        "With the bot running, press Save at Event Subscriptions in the app's settings: Slack then"
            + " verifies both.");
  }

  /** Asks for a WebSocket address and does not connect; an unused address expires. */
  private static Finding connection(SlackApi api, Secret appToken) {
    try {
      AppsConnectionsOpenResponse answer =
          api.slack().methods().appsConnectionsOpen(open -> open.token(appToken.reveal()));
      return answer.isOk()
          ? Finding.good(SOCKET_MODE, "Slack gives an address to connect to")
          : refused(answer.getError());
    } catch (IOException | SlackApiException | RuntimeException broken) {
      return Finding.bad(SOCKET_MODE, SlackRefusal.words(broken), TokenAnswer.REACH);
    }
  }

  private static Finding refused(@Nullable String error) {
    return error != null && SEEN.containsKey(error)
        ? Finding.bad(SOCKET_MODE, "%s (%s)".formatted(SEEN.get(error), error), TOKEN)
        : Finding.bad(
            SOCKET_MODE,
            SlackRefusal.answered(error),
            "Switch Socket Mode on (api.slack.com/apps → Socket Mode). " + TOKEN);
  }
}
