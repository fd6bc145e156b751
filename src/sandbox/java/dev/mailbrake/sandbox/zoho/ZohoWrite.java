package dev.mailbrake.sandbox.zoho;

import java.time.Instant;

/** A PUT that took effect, also where it set what was already set. */
public record ZohoWrite(Instant at, String accountId, boolean blocked) {}
