package dev.mailbrake.slack.check;

import dev.mailbrake.check.Finding;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The scopes of the bot token: exactly those in the manifests. */
public final class SlackScopes {
  public static final List<String> NEEDED =
      List.of("commands", "chat:write", "users:read", "users:read.email", "usergroups:read");

  private static final Pattern COMMA = Pattern.compile(",\\s*");

  private SlackScopes() {}

  /** Checks the {@code x-oauth-scopes} header of a Web API response; empty if it had none. */
  static Finding granted(Optional<String> header) {
    return header
        .map(scopes -> granted(COMMA.splitAsStream(scopes).filter(it -> !it.isBlank()).toList()))
        .orElseGet(
            () ->
                Finding.unchecked(
                    SlackCheck.SCOPES,
                    "Slack's response doesn't name them",
                    "Make sure no proxy removes the X-OAuth-Scopes header from responses."));
  }

  private static Finding granted(List<String> granted) {
    List<String> missing = NEEDED.stream().filter(it -> !granted.contains(it)).toList();
    if (!missing.isEmpty()) {
      return Finding.bad(
          SlackCheck.SCOPES,
          "the token is missing " + String.join(", ", missing),
          "Update the app from its manifest (api.slack.com/apps → App Manifest), then reinstall"
              + " it to the workspace.");
    }
    List<String> superfluous = granted.stream().filter(it -> !NEEDED.contains(it)).toList();
    return Finding.good(
        SlackCheck.SCOPES,
        superfluous.isEmpty()
            ? "the token has the ones that are needed and no others"
            : "the token has the ones that are needed; not needed: "
                + String.join(", ", superfluous));
  }
}
