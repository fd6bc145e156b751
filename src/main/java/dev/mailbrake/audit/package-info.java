/** The audit log: its rows, the hash chain that reveals tampering, verification and export. */
@NullMarked
package dev.mailbrake.audit;

import org.jspecify.annotations.NullMarked;
