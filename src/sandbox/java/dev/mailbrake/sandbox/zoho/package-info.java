/**
 * A stand-in for Zoho Mail and Zoho's token endpoint, on a loopback port. It keeps a whole
 * organization in memory, is as strict as Zoho is known to be, and fails on demand in the ways Zoho
 * does. The story tests and the sandbox share it. {@link dev.mailbrake.sandbox.zoho.FakeZoho} is
 * the entry point.
 */
@NullMarked
package dev.mailbrake.sandbox.zoho;

import org.jspecify.annotations.NullMarked;
