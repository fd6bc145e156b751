/**
 * The audit log: what a row says, the hash chain that shows tampering, its verification, and its
 * export as JSON lines or CSV.
 */
@NullMarked
package dev.mailbrake.audit;

import org.jspecify.annotations.NullMarked;
