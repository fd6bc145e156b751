package dev.mailbrake.sandbox.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;

/**
 * The API method {@code apps.connections.open}, the only one for an app-level token, before all the
 * others. The token counts in the header alone, as the method's page demands; with which error it
 * is refused elsewhere the page leaves open.
 */
final class ConnectionsOpen implements Endpoint {

  static final String METHOD = "apps.connections.open";

  private static final int TIER_3 = 50;

  private final Endpoint others;
  private final RateLimits limits;
  private final SocketMode socket;
  private final Tickets tickets;
  private final URI base;

  ConnectionsOpen(
      Endpoint others, RateLimits limits, SocketMode socket, Tickets tickets, URI base) {
    this.others = others;
    this.limits = limits;
    this.socket = socket;
    this.tickets = tickets;
    this.base = base;
  }

  @Override
  public Answer answer(Incoming incoming) {
    return incoming.method().equals(METHOD)
        ? Answer.to(() -> open(incoming))
        : others.answer(incoming);
  }

  private ObjectNode open(Incoming incoming) {
    if (!incoming.verb().equals("POST")) {
      throw new SlackRefusal("insecure_request");
    }
    authenticate(incoming.bearer());
    if (!socket.isEnabled()) {
      // Documented for apps.manifest.create; other clients of this method know it, too.
      throw new SlackRefusal("socket_mode_not_enabled");
    }
    limits.takeTier(METHOD, TIER_3);
    String query = "ticket=" + tickets.issue() + "&app_id=" + FakeSlack.APP;
    return Json.object().put("url", "ws://" + base.getAuthority() + SocketDoor.PATH + "?" + query);
  }

  private static void authenticate(String token) {
    if (token.isEmpty()) {
      throw new SlackRefusal("not_authed");
    }
    if (token.equals(FakeSlack.BOT_TOKEN)) {
      throw new SlackRefusal("not_allowed_token_type");
    }
    if (!token.equals(FakeSlack.APP_TOKEN)) {
      throw new SlackRefusal("invalid_auth");
    }
  }
}
