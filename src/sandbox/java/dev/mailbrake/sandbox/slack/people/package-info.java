/** The people, channels and user groups of the stand-in workspace. */
@NullMarked
package dev.mailbrake.sandbox.slack.people;

import org.jspecify.annotations.NullMarked;
