/** The messages, and who can see them. */
@NullMarked
package dev.mailbrake.sandbox.slack.messages;

import org.jspecify.annotations.NullMarked;
