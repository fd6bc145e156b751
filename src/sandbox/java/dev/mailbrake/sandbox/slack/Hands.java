package dev.mailbrake.sandbox.slack;

/** Everything that a person can do to the bot, whoever it is. */
record Hands(
    Commands commands,
    Clicks clicks,
    Screens screens,
    ViewClicks viewClicks,
    Submissions submissions) {}
