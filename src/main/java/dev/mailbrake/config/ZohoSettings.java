package dev.mailbrake.config;

/** In a {@code dryRun}, Mailbrake does everything but the change itself. */
public record ZohoSettings(
    ZohoApplication application, Secret refreshToken, int requestsPerMinute, boolean dryRun) {}
