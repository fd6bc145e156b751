/** The HTTP server: Slack's requests, health and metrics. */
@NullMarked
package dev.mailbrake.ops;

import org.jspecify.annotations.NullMarked;
