/** From the record to Block Kit. Nothing here talks to Slack. */
@NullMarked
package dev.mailbrake.slack.blocks;

import org.jspecify.annotations.NullMarked;
