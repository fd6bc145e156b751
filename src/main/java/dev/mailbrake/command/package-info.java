/**
 * From the words a person typed to what they ask for. Pure: the table of commands, the parser that
 * reads it, the usage text that is printed from it, and the reading of the form.
 */
@NullMarked
package dev.mailbrake.command;

import org.jspecify.annotations.NullMarked;
