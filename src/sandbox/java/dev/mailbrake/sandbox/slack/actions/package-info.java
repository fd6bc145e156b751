/** What people do, and how it reaches the bot. */
@NullMarked
package dev.mailbrake.sandbox.slack.actions;

import org.jspecify.annotations.NullMarked;
