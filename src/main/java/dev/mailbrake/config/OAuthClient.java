package dev.mailbrake.config;

/**
 * The OAuth client: what Mailbrake is to Zoho. By default each data center knows it by another
 * secret.
 *
 * @param id not secret
 */
public record OAuthClient(String id, Secret secret) {}
