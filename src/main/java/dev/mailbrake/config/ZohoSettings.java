package dev.mailbrake.config;

/**
 * How Zoho is reached.
 *
 * @param dryRun whether everything but the change itself is done
 */
public record ZohoSettings(
    ZohoApplication application, Secret refreshToken, int requestsPerMinute, boolean dryRun) {}
