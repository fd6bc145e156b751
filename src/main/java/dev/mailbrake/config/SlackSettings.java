package dev.mailbrake.config;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * How Slack is reached, and how it reaches us.
 *
 * @param apiUrl base of the Web API, with a trailing slash
 * @param auditChannel its id, if there is one
 */
public record SlackSettings(
    Secret botToken, SlackMode mode, URI apiUrl, Optional<String> auditChannel) {

  public sealed interface SlackMode {

    /** Slack posts to a URL of ours, and signs its requests with the secret. */
    record Http(Secret signingSecret) implements SlackMode {}

    /**
     * Mailbrake opens a connection to Slack, and needs no public URL.
     *
     * @param appToken {@code xapp-…}, with the scope {@code connections:write}
     */
    record Socket(Secret appToken) implements SlackMode {}

    default <T> T fold(Function<Http, T> http, Function<Socket, T> socket) {
      return this instanceof Http one ? http.apply(one) : socket.apply((Socket) this);
    }
  }
}
