package dev.mailbrake.request.model;

/**
 * What one person wants to see of what is blocked and what waits.
 *
 * @param page from 1
 * @param turns whether it takes the place of the page whose button was pressed
 */
public record Listing(Recipient to, int page, boolean turns) {}
