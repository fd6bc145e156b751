package dev.mailbrake.config;

/**
 * How Zoho is reached.
 *
 * @param refreshToken acts for whoever authorized the application
 * @param requestsPerMinute how many requests Zoho takes in a minute
 * @param dryRun whether everything but the change itself is done
 */
public record ZohoSettings(
    ZohoApplication application, Secret refreshToken, int requestsPerMinute, boolean dryRun) {}
