/** Commands and modals: their table, usage text and parsers. Pure. */
@NullMarked
package dev.mailbrake.command;

import org.jspecify.annotations.NullMarked;
