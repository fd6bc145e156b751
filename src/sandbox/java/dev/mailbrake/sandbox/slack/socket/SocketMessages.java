package dev.mailbrake.sandbox.slack.socket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.protocol.Json;
import java.time.Instant;

/** Slack's own messages through a socket, which are not acknowledged. */
final class SocketMessages {

  private static final String HOST = "applink-sandbox";

  private SocketMessages() {}

  static String hello(int connections, Instant started) {
    ObjectNode hello = Json.object().put("type", "hello").put("num_connections", connections);
    hello
        .putObject("debug_info")
        .put("host", HOST)
        .put("started", started.toString())
        .put("build_number", 1)
        .put("approximate_connection_time", 18_060);
    hello.putObject("connection_info").put("app_id", FakeSlack.APP);
    return hello.toString();
  }

  static String disconnect(String reason) {
    ObjectNode message = Json.object().put("type", "disconnect").put("reason", reason);
    message.putObject("debug_info").put("host", HOST);
    return message.toString();
  }
}
