/**
 * The crash campaign: the packaged jar between the stand-ins, people who ask and click, and {@code
 * kill -9} at random instants. Afterwards three records are compared: what people were told, what
 * Zoho received, and what the bot's own record says.
 */
@NullMarked
package dev.mailbrake.bench.crash;

import org.jspecify.annotations.NullMarked;
