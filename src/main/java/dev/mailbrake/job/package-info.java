/**
 * The durable work, on db-scheduler: every job is a row that is written in its cause's transaction
 * and run at least once. Retries, their pauses and their end are decided by what the job answers.
 */
@NullMarked
package dev.mailbrake.job;

import org.jspecify.annotations.NullMarked;
