package dev.mailbrake.request.model;

/** The page, from 1, of the overview to show; {@code turns} if it replaces another. */
public record Listing(Recipient to, int page, boolean turns) {}
