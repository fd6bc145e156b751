package dev.mailbrake.request.model;

import java.time.Duration;
import java.time.Instant;

/**
 * What was requested besides the action and the mailbox.
 *
 * @param reason in the requester's words, possibly empty
 * @param lasts how long a temporary block lasts; zero for a block without an end
 * @param deadline until when it can be confirmed
 */
public record Terms(String reason, Duration lasts, Instant deadline) {}
