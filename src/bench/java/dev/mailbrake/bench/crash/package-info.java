/**
 * The crash campaign: the packaged jar between the stand-ins, people who ask and click, and {@code
 * kill -9} at random instants. Afterwards it compares three records: what people were told, what
 * Zoho received, and what the bot recorded.
 */
@NullMarked
package dev.mailbrake.bench.crash;

import org.jspecify.annotations.NullMarked;
