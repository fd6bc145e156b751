/** What people do, and how the bot hears of it. */
@NullMarked
package dev.mailbrake.sandbox.slack.actions;

import org.jspecify.annotations.NullMarked;
