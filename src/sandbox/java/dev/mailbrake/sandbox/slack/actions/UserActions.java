package dev.mailbrake.sandbox.slack.actions;

import dev.mailbrake.sandbox.slack.views.Screens;
import dev.mailbrake.sandbox.slack.views.Submissions;
import dev.mailbrake.sandbox.slack.views.ViewClicks;

/** Everything that a person can do to the bot, whoever it is. */
public record UserActions(
    Commands commands,
    Clicks clicks,
    Screens screens,
    ViewClicks viewClicks,
    Submissions submissions) {}
