/** What goes to the bot, and what comes back. */
@NullMarked
package dev.mailbrake.sandbox.slack.delivery;

import org.jspecify.annotations.NullMarked;
