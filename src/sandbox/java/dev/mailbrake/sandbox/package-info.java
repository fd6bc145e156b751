/**
 * The sandbox: the real bot on one's own machine, between a stand-in for Slack and one for Zoho,
 * with a web page to play on. The bot is started as anywhere else and cannot tell; {@link
 * dev.mailbrake.sandbox.Sandbox} puts the parts together. None of it enters the jar.
 */
@NullMarked
package dev.mailbrake.sandbox;

import org.jspecify.annotations.NullMarked;
