/** A confirmed change on its way to Zoho, and what follows: the end of a temporary block, drift. */
@NullMarked
package dev.mailbrake.request.apply;

import org.jspecify.annotations.NullMarked;
