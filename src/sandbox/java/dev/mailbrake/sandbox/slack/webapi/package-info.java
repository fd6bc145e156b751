/** The Web API that the bot calls, with its rules, limits and faults. */
@NullMarked
package dev.mailbrake.sandbox.slack.webapi;

import org.jspecify.annotations.NullMarked;
