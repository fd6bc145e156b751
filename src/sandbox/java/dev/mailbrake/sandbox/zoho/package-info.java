/**
 * A stand-in for Zoho Mail and Zoho's token endpoint, on a loopback port: it keeps a whole
 * organization in memory, is as strict as Zoho is known to be, and goes wrong on demand in the ways
 * Zoho does. The story tests and the sandbox use the same one. {@link
 * dev.mailbrake.sandbox.zoho.FakeZoho} is the way in.
 */
@NullMarked
package dev.mailbrake.sandbox.zoho;

import org.jspecify.annotations.NullMarked;
