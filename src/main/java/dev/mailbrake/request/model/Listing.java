package dev.mailbrake.request.model;

/**
 * A person's question what is blocked and what is waiting.
 *
 * @param page from 1
 * @param turns whether the answer replaces the page whose button was pressed
 */
public record Listing(Recipient to, int page, boolean turns) {}
