/**
 * A stand-in for a Slack workspace inside the process: the Web API and the response URLs that the
 * bot calls, and the people who type commands and click buttons, which reach the bot over HTTP or
 * in Socket Mode. It enforces Slack's rules (signatures, scopes, Block Kit limits, who may post
 * where), so a bot that passes here breaks none of the documented ones. The story tests and the
 * sandbox page share it.
 */
@NullMarked
package dev.mailbrake.sandbox.slack;

import org.jspecify.annotations.NullMarked;
