/** What the command {@code check} looks at in Slack. */
@NullMarked
package dev.mailbrake.slack.check;

import org.jspecify.annotations.NullMarked;
