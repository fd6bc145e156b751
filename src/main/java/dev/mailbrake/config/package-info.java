/**
 * From environment variables to typed settings; all problems at once, and secrets that do not
 * print.
 */
@NullMarked
package dev.mailbrake.config;

import org.jspecify.annotations.NullMarked;
