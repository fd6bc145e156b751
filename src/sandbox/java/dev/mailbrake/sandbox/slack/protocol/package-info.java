/** What both of Slack's sides speak: JSON, forms, arguments, errors. */
@NullMarked
package dev.mailbrake.sandbox.slack.protocol;

import org.jspecify.annotations.NullMarked;
