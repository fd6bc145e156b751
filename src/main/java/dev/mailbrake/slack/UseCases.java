package dev.mailbrake.slack;

import dev.mailbrake.request.ask.AskForChange;
import dev.mailbrake.request.ask.OpenModal;
import dev.mailbrake.request.ask.ShowStatus;
import dev.mailbrake.request.decide.DecideChange;
import dev.mailbrake.request.tell.ShowHome;

/** What people's doings in Slack lead to. */
public record UseCases(
    AskForChange ask, DecideChange decide, ShowStatus status, OpenModal form, ShowHome home) {}
