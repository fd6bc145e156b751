package dev.mailbrake.config;

import java.net.URI;
import java.util.Optional;

/**
 * How Slack is reached, and how it reaches us.
 *
 * @param apiUrl base of the Web API, with a slash at its end
 * @param auditChannel the id of the channel that is told of every decision and refusal, if any
 */
public record SlackSettings(
    Secret botToken, SlackMode mode, URI apiUrl, Optional<String> auditChannel) {}
