/** Slack's rules for blocks and messages. */
@NullMarked
package dev.mailbrake.sandbox.slack.blocks;

import org.jspecify.annotations.NullMarked;
