/** Real databases for tests, sandbox and benchmarks: a file, or a PostgreSQL on the loopback. */
@NullMarked
package dev.mailbrake.sandbox.database;

import org.jspecify.annotations.NullMarked;
