package dev.mailbrake.sandbox.slack.socket;

import java.util.Objects;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.WebSocketCreator;
import org.jspecify.annotations.Nullable;

/** The address at which WebSockets are opened, with a ticket. */
public final class SocketHandshake implements WebSocketCreator {

  public static final String PATH = "/link/";

  private final SocketTickets tickets;
  private final Supplier<BotSocket> connections;

  public SocketHandshake(SocketTickets tickets, Supplier<BotSocket> connections) {
    this.tickets = tickets;
    this.connections = connections;
  }

  /** It is not known with which status Slack refuses a ticket. */
  @Override
  public @Nullable Object createWebSocket(
      ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
    String ticket = Request.extractQueryParameters(request).getValue("ticket");
    if (tickets.redeem(Objects.requireNonNullElse(ticket, ""))) {
      return connections.get();
    }
    Response.writeError(request, response, callback, HttpStatus.FORBIDDEN_403);
    return null;
  }
}
