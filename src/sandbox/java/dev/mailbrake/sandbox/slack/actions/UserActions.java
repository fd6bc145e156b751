package dev.mailbrake.sandbox.slack.actions;

import dev.mailbrake.sandbox.slack.views.ModalSubmissions;
import dev.mailbrake.sandbox.slack.views.OpenViews;
import dev.mailbrake.sandbox.slack.views.ViewClicks;

/** Everything that any person can do to the bot. */
public record UserActions(
    Commands commands,
    Posts posts,
    Clicks clicks,
    Shortcuts shortcuts,
    OpenViews openViews,
    ViewClicks viewClicks,
    ModalSubmissions submissions) {}
