/** Who may do what, and what a click or a deadline makes of a request. */
@NullMarked
package dev.mailbrake.request.decide;

import org.jspecify.annotations.NullMarked;
