package dev.mailbrake.config;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * How Slack is reached, and how it reaches us.
 *
 * @param apiUrl base of the Web API, with a slash at its end
 * @param auditChannel the id of the channel that hears of every decision and refusal, if any
 */
public record SlackSettings(
    Secret botToken, SlackMode mode, URI apiUrl, Optional<String> auditChannel) {

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

    default <T> T fold(Function<Http, T> http, Function<Socket, T> socket) {
      return this instanceof Http one ? http.apply(one) : socket.apply((Socket) this);
    }
  }
}
