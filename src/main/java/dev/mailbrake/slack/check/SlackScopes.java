package dev.mailbrake.slack.check;

import dev.mailbrake.check.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the bot token must allow, and no more: as the manifests ask for it. */
public final class SlackScopes {
  /** In the manifests' order. */
  public static final List<String> NEEDED =
      List.of("commands", "chat:write", "users:read", "users:read.email", "usergroups:read");

  private static final Pattern COMMA = Pattern.compile(",\\s*");

  private SlackScopes() {}

  /**
   * Compares what is needed with what was granted. Pure.
   *
   * @param header the {@code x-oauth-scopes} of an answer of the Web API, if it had one
   */
  static Finding granted(Optional<String> header) {
    return header
        .map(scopes -> granted(COMMA.splitAsStream(scopes).filter(it -> !it.isBlank()).toList()))
        .orElseGet(
            () ->
                Finding.bad(
                    SlackCheck.SCOPES,
                    "Slack's answer does not name them",
                    "See that no proxy on the way takes the X-OAuth-Scopes header out of"
                        + " answers."));
  }

  private static Finding granted(List<String> granted) {
    List<String> missing = without(NEEDED, granted);
    if (!missing.isEmpty()) {
      return Finding.bad(
          SlackCheck.SCOPES,
          "the token is missing " + String.join(", ", missing),
          "Bring the app up to date with its manifest (api.slack.com/apps → App Manifest), then"
              + " reinstall it to the workspace.");
    }
    List<String> superfluous = without(granted, NEEDED);
    return Finding.good(
        SlackCheck.SCOPES,
        superfluous.isEmpty()
            ? "the token has what is needed and no more"
            : "the token has what is needed; superfluous: " + String.join(", ", superfluous));
  }

  private static List<String> without(List<String> all, List<String> others) {
    List<String> left = new ArrayList<>(all);
    left.removeAll(others);
    return left;
  }
}
