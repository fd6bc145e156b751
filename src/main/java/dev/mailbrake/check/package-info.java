/** Checks the setup in advance: what each adapter finds, and what to do. Changes nothing. */
@NullMarked
package dev.mailbrake.check;

import org.jspecify.annotations.NullMarked;
