/** Operating the process: the HTTP server that everything comes in by, and its health. */
@NullMarked
package dev.mailbrake.ops;

import org.jspecify.annotations.NullMarked;
