/**
 * The real bot without any account: strict stand-ins for Slack and Zoho, shared by the tests and by
 * the sandbox that a person plays with. Never in the jar.
 */
@NullMarked
package dev.mailbrake.sandbox;

import org.jspecify.annotations.NullMarked;
