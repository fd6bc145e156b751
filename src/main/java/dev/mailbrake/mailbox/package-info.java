/**
 * What a mailbox is, and what looking it up or changing it can result in. Knows nothing about
 * Slack, Zoho's API or the database.
 */
@NullMarked
package dev.mailbrake.mailbox;

import org.jspecify.annotations.NullMarked;
