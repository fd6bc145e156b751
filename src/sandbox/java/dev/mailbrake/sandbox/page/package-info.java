/**
 * The sandbox's web page: a small Slack beside a small Zoho, drawn from the two stand-ins and
 * driving them. A browser gets the whole state as one JSON document over server-sent events
 * whenever something changed, and posts what its user does; nothing here knows the bot. {@link
 * dev.mailbrake.sandbox.page.SandboxPage} is the way in.
 */
@NullMarked
package dev.mailbrake.sandbox.page;

import org.jspecify.annotations.NullMarked;
