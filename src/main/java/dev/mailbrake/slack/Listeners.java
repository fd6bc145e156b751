package dev.mailbrake.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import dev.mailbrake.command.CommandParser;
import dev.mailbrake.command.Verb;
import dev.mailbrake.request.AskForChange;
import dev.mailbrake.request.DecideChange;
import dev.mailbrake.request.Interaction;
import dev.mailbrake.request.ShowStatus;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Commands and clicks as Bolt delivers them. A listener parses, hands on and returns, because its
 * return is the acknowledgement: nothing is looked up before it.
 */
final class Listeners {
  private static final Pattern OTHER_BUTTONS =
      Pattern.compile(
          "^(?!(?:" + CardBlocks.CONFIRM + "|" + CardBlocks.CANCEL + ")$).*$", Pattern.DOTALL);
  private static final String MEANWHILE = "Asking Zoho…";
  private static final String BUSY =
      "Mailbrake has too much to do just now, so nothing was asked for. Please try again.";

  private final CommandParser parser;
  private final UseCases useCases;
  private final Workers workers;
  private final Acknowledgement acknowledgement;
  private final Clock clock;

  Listeners(
      CommandParser parser,
      UseCases useCases,
      Workers workers,
      Acknowledgement acknowledgement,
      Clock clock) {
    this.parser = parser;
    this.useCases = useCases;
    this.workers = workers;
    this.acknowledgement = acknowledgement;
    this.clock = clock;
  }

  /** What the interactions lead to. */
  record UseCases(AskForChange ask, DecideChange decide, ShowStatus status) {}

  void register(App app) {
    for (Verb verb : Verb.values()) {
      app.command(verb.command(), (request, context) -> command(verb, request.getPayload()));
    }
    app.blockAction(
        CardBlocks.CONFIRM,
        (request, context) -> click(request.getPayload(), useCases.decide()::confirm));
    app.blockAction(
        CardBlocks.CANCEL,
        (request, context) -> click(request.getPayload(), useCases.decide()::cancel));
    // A button that no card has, forged or of an earlier version, is answered all the same.
    app.blockAction(
        OTHER_BUTTONS,
        (request, context) -> click(request.getPayload(), useCases.decide()::refuseUnknown));
  }

  private Response command(Verb verb, SlashCommandPayload payload) {
    Interaction interaction = Interactions.of(payload, clock);
    return parser
        .parse(verb, Optional.ofNullable(payload.getText()).orElse(""))
        .fold(
            change -> later(interaction, by -> useCases.ask().ask(change, by)),
            status -> later(interaction, by -> useCases.status().show(status, by)),
            answer -> acknowledgement.of(answer.text()));
  }

  private Response later(Interaction by, Consumer<Interaction> work) {
    try {
      workers.command(by, work);
      return acknowledgement.of(MEANWHILE);
    } catch (RejectedExecutionException busy) {
      return acknowledgement.of(BUSY);
    }
  }

  private Response click(BlockActionPayload payload, Decision decision) {
    Interaction interaction = Interactions.of(payload, clock);
    String requestId = Optional.ofNullable(payload.getActions().get(0).getValue()).orElse("");
    try {
      workers.click(interaction, by -> decision.take(requestId, by));
      return Response.ok();
    } catch (RejectedExecutionException busy) {
      return Response.error(503);
    }
  }

  /** What a button does. */
  private interface Decision {
    void take(String requestId, Interaction click);
  }
}
