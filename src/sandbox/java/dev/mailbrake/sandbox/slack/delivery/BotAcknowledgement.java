package dev.mailbrake.sandbox.slack.delivery;

import java.time.Duration;

/**
 * The bot's immediate answer to what a person did.
 *
 * @param status the HTTP status, 0 if there was no answer
 * @param took real time
 */
public record BotAcknowledgement(int status, String body, Duration took) {}
