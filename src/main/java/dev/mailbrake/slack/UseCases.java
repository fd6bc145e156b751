package dev.mailbrake.slack;

import dev.mailbrake.request.AskForChange;
import dev.mailbrake.request.DecideChange;
import dev.mailbrake.request.OpenForm;
import dev.mailbrake.request.ShowHome;
import dev.mailbrake.request.ShowStatus;

/** What people's doings in Slack lead to. */
public record UseCases(
    AskForChange ask, DecideChange decide, ShowStatus status, OpenForm form, ShowHome home) {}
