/**
 * The edge to Slack: thin listeners on Bolt, cards as a pure function from the record to blocks,
 * the Web API with its limits. No Slack type leaves this package.
 */
@NullMarked
package dev.mailbrake.slack;

import org.jspecify.annotations.NullMarked;
