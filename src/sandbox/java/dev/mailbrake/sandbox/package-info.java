/**
 * The sandbox: the real bot on your own machine, between stand-ins for Slack and Zoho, with a web
 * page to play with. The bot starts as it does anywhere else and cannot tell the difference; {@link
 * dev.mailbrake.sandbox.Sandbox} puts the parts together. None of it goes into the jar.
 */
@NullMarked
package dev.mailbrake.sandbox;

import org.jspecify.annotations.NullMarked;
