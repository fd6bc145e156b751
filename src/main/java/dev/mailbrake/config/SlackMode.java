package dev.mailbrake.config;

import java.util.function.Function;

/** How what people do in Slack reaches Mailbrake. */
public sealed interface SlackMode {

  /**
   * Slack posts to an address of ours.
   *
   * @param signingSecret shows that a request is Slack's
   */
  record Http(Secret signingSecret) implements SlackMode {}

  /**
   * Mailbrake opens a connection to Slack, and needs no address.
   *
   * @param appToken {@code xapp-…}, with the scope {@code connections:write}
   */
  record Socket(Secret appToken) implements SlackMode {}

  /** Continues with whichever it is. */
  default <T> T fold(Function<Http, T> http, Function<Socket, T> socket) {
    return this instanceof Http one ? http.apply(one) : socket.apply((Socket) this);
  }
}
