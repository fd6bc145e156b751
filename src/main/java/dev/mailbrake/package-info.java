/** The program. */
@NullMarked
package dev.mailbrake;

import org.jspecify.annotations.NullMarked;
