/** A confirmed change on its way to Zoho, and what follows: automatic unblock, drift. */
@NullMarked
package dev.mailbrake.request.apply;

import org.jspecify.annotations.NullMarked;
