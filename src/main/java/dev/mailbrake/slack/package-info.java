/** The edge to Slack: listeners on Bolt, and the Web API with its limits. */
@NullMarked
package dev.mailbrake.slack;

import org.jspecify.annotations.NullMarked;
