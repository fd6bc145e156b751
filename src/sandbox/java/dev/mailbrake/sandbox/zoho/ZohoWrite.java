package dev.mailbrake.sandbox.zoho;

import java.time.Instant;

/** A PUT that took effect, even if it changed nothing. */
public record ZohoWrite(Instant at, String accountId, boolean blocked) {}
