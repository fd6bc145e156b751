package dev.mailbrake.config;

import java.net.URI;

/**
 * How Slack is reached, and how its requests are known.
 *
 * @param apiUrl base of the Web API, with a slash at its end
 */
public record SlackSettings(Secret botToken, Secret signingSecret, URI apiUrl) {}
