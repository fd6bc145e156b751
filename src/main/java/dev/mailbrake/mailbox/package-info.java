/**
 * What a mailbox is: its address, its ids, whether its outgoing mail flows, and the answers one
 * gets when asking for it or changing it. Knows nothing of Slack, Zoho's wire or the database.
 */
@NullMarked
package dev.mailbrake.mailbox;

import org.jspecify.annotations.NullMarked;
