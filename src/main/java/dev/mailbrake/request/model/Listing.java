package dev.mailbrake.request.model;

/**
 * The page (from 1) of blocks and waiting requests to show; {@code turns} if it replaces another.
 */
public record Listing(Recipient to, int page, boolean turns) {}
