/**
 * A stand-in for a Slack workspace that runs inside the process: the Web API and the response URLs
 * that the bot calls, and the people who type commands and click buttons, which reaches the bot
 * over HTTP or in Socket Mode. It keeps Slack's own rules (signatures, scopes, Block Kit limits,
 * who may post where), so a bot that passes here breaks none of the documented ones there; it
 * serves the story tests and the sandbox page alike.
 */
@NullMarked
package dev.mailbrake.sandbox.slack;

import org.jspecify.annotations.NullMarked;
