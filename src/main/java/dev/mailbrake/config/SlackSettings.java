package dev.mailbrake.config;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/** {@code apiUrl} is the base of the Web API and ends in a slash; {@code auditChannel} is an id. */
public record SlackSettings(
    Secret botToken, SlackMode mode, URI apiUrl, Optional<String> auditChannel) {

  public sealed interface SlackMode {

    /** Slack posts to a public URL and signs its requests with the secret. */
    record Http(Secret signingSecret) implements SlackMode {}

    /** Mailbrake connects to Slack by a token with the scope {@code connections:write}. */
    record Socket(Secret appToken) implements SlackMode {}

    default <T> T fold(Function<Http, T> http, Function<Socket, T> socket) {
      return this instanceof Http one ? http.apply(one) : socket.apply((Socket) this);
    }
  }
}
