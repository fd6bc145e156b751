/** Slack's side of Socket Mode. */
@NullMarked
package dev.mailbrake.sandbox.slack.socket;

import org.jspecify.annotations.NullMarked;
