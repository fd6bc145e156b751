/**
 * Durable jobs, on db-scheduler: each is a row, written in its cause's transaction and run at least
 * once. What it returns decides about retries, their pauses and their end.
 */
@NullMarked
package dev.mailbrake.job;

import org.jspecify.annotations.NullMarked;
