package dev.mailbrake.request.model;

import dev.mailbrake.mailbox.Action;

/**
 * A modal to request a change.
 *
 * @param address of the mailbox, for the person to edit; possibly empty
 * @param channel the id of the channel where the card will be
 * @param by what the person did to see it
 */
public record Modal(Action action, String address, String channel, Interaction by) {}
