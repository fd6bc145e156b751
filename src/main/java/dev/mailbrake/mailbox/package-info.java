/**
 * What a mailbox is: its address, its ids, whether it can send, and the answers to looking it up or
 * changing it. Knows nothing of Slack, Zoho's wire or the database.
 */
@NullMarked
package dev.mailbrake.mailbox;

import org.jspecify.annotations.NullMarked;
