package dev.mailbrake.request.model;

import dev.mailbrake.mailbox.Action;

/**
 * A form to ask for a change.
 *
 * @param address of the mailbox, to be changed by the person; possibly empty
 * @param channel the id of the channel where the card will be
 * @param by what the person did to see it
 */
public record Modal(Action action, String address, String channel, Interaction by) {}
