/** The packaged jar as a separate process, for tests that end it in every possible way. */
@NullMarked
package dev.mailbrake.sandbox.process;

import org.jspecify.annotations.NullMarked;
