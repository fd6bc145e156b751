package dev.mailbrake.sandbox.slack.webapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.protocol.Json;
import dev.mailbrake.sandbox.slack.protocol.SlackError;
import dev.mailbrake.sandbox.slack.socket.SocketHandshake;
import dev.mailbrake.sandbox.slack.socket.SocketMode;
import dev.mailbrake.sandbox.slack.socket.SocketTickets;
import java.net.URI;

/**
 * The API method {@code apps.connections.open}, the only one for an app-level token, handled before
 * all others. The token counts only in the header, as the method's page demands; the page does not
 * say with which error it is refused elsewhere.
 */
public final class ConnectionsOpen implements ApiEndpoint {

  static final String METHOD = "apps.connections.open";

  private static final int TIER_3 = 50;

  private final ApiEndpoint others;
  private final RateLimits limits;
  private final SocketMode socket;
  private final SocketTickets tickets;
  private final URI base;

  public ConnectionsOpen(
      ApiEndpoint others, RateLimits limits, SocketMode socket, SocketTickets tickets, URI base) {
    this.others = others;
    this.limits = limits;
    this.socket = socket;
    this.tickets = tickets;
    this.base = base;
  }

  @Override
  public ApiAnswer answer(ApiRequest incoming) {
    return incoming.method().equals(METHOD)
        ? ApiAnswer.to(() -> open(incoming))
        : others.answer(incoming);
  }

  private ObjectNode open(ApiRequest incoming) {
    if (!incoming.verb().equals("POST")) {
      throw new SlackError("insecure_request");
    }
    authenticate(incoming.bearer());
    if (!socket.isEnabled()) {
      // Documented for apps.manifest.create; other clients of this method know it too.
      throw new SlackError("socket_mode_not_enabled");
    }
    limits.takeTier(METHOD, TIER_3);
    String query = "ticket=" + tickets.issue() + "&app_id=" + FakeSlack.APP;
    return Json.object()
        .put("url", "ws://" + base.getAuthority() + SocketHandshake.PATH + "?" + query);
  }

  private static void authenticate(String token) {
    if (token.isEmpty()) {
      throw new SlackError("not_authed");
    }
    if (token.equals(FakeSlack.BOT_TOKEN)) {
      throw new SlackError("not_allowed_token_type");
    }
    if (!token.equals(FakeSlack.APP_TOKEN)) {
      throw new SlackError("invalid_auth");
    }
  }
}
