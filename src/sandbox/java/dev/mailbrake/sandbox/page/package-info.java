/**
 * The sandbox's web page: a small Slack next to a small Zoho, drawn from the two stand-ins and
 * controlling them. A browser gets the whole state as one JSON document over server-sent events
 * after every change, and posts what its user does; nothing here knows the bot. {@link
 * dev.mailbrake.sandbox.page.SandboxPage} is the entry point.
 */
@NullMarked
package dev.mailbrake.sandbox.page;

import org.jspecify.annotations.NullMarked;
