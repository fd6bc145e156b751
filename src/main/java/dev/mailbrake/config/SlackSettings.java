package dev.mailbrake.config;

import java.net.URI;
import java.util.Optional;

/**
 * How Slack is reached, and how its requests are known.
 *
 * @param apiUrl base of the Web API, with a slash at its end
 * @param auditChannel the id of the channel that is told of every decision and refusal, if any
 */
public record SlackSettings(
    Secret botToken, Secret signingSecret, URI apiUrl, Optional<String> auditChannel) {}
