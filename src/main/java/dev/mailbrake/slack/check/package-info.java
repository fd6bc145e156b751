/** What {@code check} and the start ask of Slack. */
@NullMarked
package dev.mailbrake.slack.check;

import org.jspecify.annotations.NullMarked;
