/**
 * Real databases for tests, sandbox and benchmarks: a file, or PostgreSQL on the loopback
 * interface.
 */
@NullMarked
package dev.mailbrake.sandbox.database;

import org.jspecify.annotations.NullMarked;
