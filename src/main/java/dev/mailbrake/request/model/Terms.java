package dev.mailbrake.request.model;

import java.time.Duration;
import java.time.Instant;

/**
 * What was requested besides the action and the mailbox.
 *
 * @param reason in the requester's words, possibly empty
 * @param lasts the length of a temporary block; zero for a block without an end
 * @param deadline when the request expires
 */
public record Terms(String reason, Duration lasts, Instant deadline) {}
