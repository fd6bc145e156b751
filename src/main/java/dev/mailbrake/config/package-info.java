/** Typed settings from environment variables: all problems at once, and secrets don't print. */
@NullMarked
package dev.mailbrake.config;

import org.jspecify.annotations.NullMarked;
