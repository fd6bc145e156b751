/**
 * The life of a request: asked, stored, shown, decided, applied, told. It owns the workflow and the
 * wording, and states the ports it needs; adapters for Slack, Zoho and the database stand outside.
 */
@NullMarked
package dev.mailbrake.request;

import org.jspecify.annotations.NullMarked;
