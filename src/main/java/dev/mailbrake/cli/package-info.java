/** The commands besides {@code serve}; each gets its surroundings as a {@link Shell}. */
@NullMarked
package dev.mailbrake.cli;

import org.jspecify.annotations.NullMarked;
