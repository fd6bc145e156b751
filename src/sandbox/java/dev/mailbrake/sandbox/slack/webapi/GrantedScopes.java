package dev.mailbrake.sandbox.slack.webapi;

import dev.mailbrake.sandbox.slack.protocol.SlackError;
import java.util.Set;
import java.util.TreeSet;

/** What the installed bot token may do. */
public final class GrantedScopes {

  private volatile Set<String> granted =
      Set.of("commands", "chat:write", "users:read", "users:read.email", "usergroups:read");

  public void grant(Set<String> scopes) {
    granted = Set.copyOf(scopes);
  }

  boolean granted(String scope) {
    return granted.contains(scope);
  }

  /** An empty {@code scope} needs nothing. */
  void need(String scope) {
    if (!scope.isEmpty() && !granted(scope)) {
      throw SlackError.missingScope(scope, provided());
    }
  }

  String provided() {
    return String.join(",", new TreeSet<>(granted));
  }
}
