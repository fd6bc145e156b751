package dev.mailbrake.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.command.Command;
import dev.mailbrake.command.Verb;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.request.model.ReplyUrl;
import dev.mailbrake.slack.blocks.OverviewBlocks;
import dev.mailbrake.slack.blocks.RowBlocks;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Commands, clicks and the opening of the home tab as Bolt delivers them. A listener parses, hands
 * on and returns, because its return is the acknowledgement: nothing is looked up before it.
 */
final class Listeners {
  private static final Pattern PAGES =
      Pattern.compile("^" + OverviewBlocks.PAGE + "-[0-9]+$", Pattern.DOTALL);

  private static final Pattern OTHER_BUTTONS =
      Pattern.compile(
          "^(?!(?:%s|%s|%s|%s-[0-9]+)$).*$"
              .formatted(
                  RowBlocks.CONFIRM,
                  RowBlocks.CANCEL,
                  RowBlocks.ASK_TO_UNBLOCK,
                  OverviewBlocks.PAGE),
          Pattern.DOTALL);

  /** Slack shows a warning beside the button. */
  private static final Response NOT_TAKEN = Response.error(503);

  private static final String MEANWHILE = "Asking Zoho…";
  private static final String LISTING = "Looking it up…";
  private final CountedCommands parser;
  private final UseCases useCases;
  private final Workers workers;
  private final Acknowledgement acknowledgement;
  private final Clock clock;

  Listeners(
      CountedCommands parser,
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

  void register(App app) {
    for (Verb verb : Verb.values()) {
      app.command(verb.command(), (request, context) -> command(verb, request.getPayload()));
    }
    Map<String, Deed> buttons =
        Map.of(
            RowBlocks.CONFIRM, useCases.decide()::confirm,
            RowBlocks.CANCEL, useCases.decide()::cancel);
    buttons.forEach(
        (id, deed) -> app.blockAction(id, (request, context) -> click(request.getPayload(), deed)));
    app.blockAction(
        RowBlocks.ASK_TO_UNBLOCK, (request, context) -> askToUnblock(request.getPayload()));
    app.blockAction(PAGES, (request, context) -> turn(request.getPayload()));
    // A button that no card has, forged or of an earlier version, is answered all the same.
    app.blockAction(
        OTHER_BUTTONS,
        (request, context) -> click(request.getPayload(), useCases.decide()::refuseUnknown));
    app.event(AppHomeOpenedEvent.class, (event, context) -> homeOpened(event.getEvent().getUser()));
  }

  private Response command(Verb verb, SlashCommandPayload payload) {
    Interaction interaction = PayloadReader.of(payload, clock);
    String text = Optional.ofNullable(payload.getText()).orElse("");
    return parser.parse(verb, text).fold(new Answers(interaction));
  }

  private Response askToUnblock(BlockActionPayload payload) {
    Interaction click = PayloadReader.of(payload, clock);
    return handed(() -> workers.form(click, by -> askToUnblock(value(payload), by)), NOT_TAKEN);
  }

  private void askToUnblock(String requestId, Interaction click) {
    if (!useCases.form().openToUnblock(requestId, click)) {
      useCases.decide().refuseUnknown(requestId, click);
    }
  }

  /** A page takes the place of the message it was pressed in, which must be one person's alone. */
  private Response turn(BlockActionPayload payload) {
    boolean isPrivate =
        Optional.ofNullable(payload.getContainer())
            .filter(BlockActionPayload.Container::isEphemeral)
            .isPresent();
    return click(payload, isPrivate ? useCases.status()::turn : useCases.decide()::refuseUnknown);
  }

  private Response click(BlockActionPayload payload, Deed deed) {
    Interaction interaction = PayloadReader.of(payload, clock);
    return handed(() -> workers.click(interaction, by -> deed.does(value(payload), by)), NOT_TAKEN);
  }

  private static String value(BlockActionPayload payload) {
    return Optional.ofNullable(payload.getActions().get(0).getValue()).orElse("");
  }

  private Response homeOpened(String userId) {
    Interaction opening = new Interaction(new PersonName(userId, ""), "", ReplyUrl.NONE);
    return handed(() -> workers.click(opening, by -> useCases.home().opened(by.who())), NOT_TAKEN);
  }

  private static Response handed(Runnable toWorkers, Response tooMuchToDo) {
    return handed(toWorkers, Response.ok(), tooMuchToDo);
  }

  private static Response handed(Runnable toWorkers, Response taken, Response tooMuchToDo) {
    try {
      toWorkers.run();
      return taken;
    } catch (RejectedExecutionException busy) {
      return tooMuchToDo;
    }
  }

  /** What a button does, given what it carries. */
  private interface Deed {
    void does(String value, Interaction click);
  }

  /** What a command leads to, and how it is acknowledged. */
  private final class Answers implements Command.Cases<Response> {
    private final Interaction interaction;

    Answers(Interaction interaction) {
      this.interaction = interaction;
    }

    @Override
    public Response change(Command.ChangeOutgoing change) {
      return later(MEANWHILE, by -> useCases.ask().ask(change, by));
    }

    @Override
    public Response status(Command.ShowStatus status) {
      return later(MEANWHILE, by -> useCases.status().show(status, by));
    }

    @Override
    public Response overview(Command.ShowOverview overview) {
      return later(LISTING, useCases.status()::list);
    }

    /** Behind nothing that waits for Zoho: a form has three seconds to open. */
    @Override
    public Response form(Command.OpenForm form) {
      return handed(
          () -> workers.form(interaction, by -> useCases.form().open(form.action(), by)),
          acknowledgement.of(Acknowledgement.BUSY));
    }

    @Override
    public Response answer(Command.AnswerOnly answer) {
      return acknowledgement.of(answer.text());
    }

    private Response later(String meanwhile, Consumer<Interaction> work) {
      return handed(
          () -> workers.command(interaction, work),
          acknowledgement.of(meanwhile),
          acknowledgement.of(Acknowledgement.BUSY));
    }
  }
}
