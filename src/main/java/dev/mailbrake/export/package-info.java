/** The forms in which the audit trail is given out, and how each writes a row. */
@NullMarked
package dev.mailbrake.export;

import org.jspecify.annotations.NullMarked;
