package dev.mailbrake.slack;

import dev.mailbrake.command.Command.Look;
import dev.mailbrake.command.Verb;
import dev.mailbrake.request.ask.AskForChange;
import dev.mailbrake.request.ask.OpenModal;
import dev.mailbrake.request.ask.ShowStatus;
import dev.mailbrake.request.decide.DecideChange;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.request.tell.ShowHome;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * What people's actions in Slack lead to.
 *
 * @param looks what each command does that changes nothing
 */
public record UseCases(
    AskForChange ask,
    Map<Verb, BiConsumer<Look, Interaction>> looks,
    ShowStatus status,
    DecideChange decide,
    OpenModal modal,
    ShowHome home) {
  public UseCases {
    looks = Map.copyOf(looks);
  }
}
