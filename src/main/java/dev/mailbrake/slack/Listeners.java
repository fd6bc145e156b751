package dev.mailbrake.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.command.Command;
import dev.mailbrake.command.CommandParser;
import dev.mailbrake.command.Verb;
import dev.mailbrake.metrics.Meters;
import dev.mailbrake.metrics.Metric;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.request.model.Recipient;
import dev.mailbrake.request.wording.ThreadWording;
import dev.mailbrake.slack.Slack.UseCases;
import dev.mailbrake.slack.blocks.OverviewBlocks;
import dev.mailbrake.slack.blocks.PrivateBlocks;
import dev.mailbrake.slack.blocks.RowBlocks;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Only parses and queues what Bolt delivers, because returning is the acknowledgement. */
final class Listeners {
  static final String BUSY =
      "Mailbrake has too much to do just now, so nothing was asked for. Please try again.";

  private static final Pattern ANY_BUTTON = Pattern.compile(".*", Pattern.DOTALL);
  private static final Pattern PAGES = Pattern.compile("^" + OverviewBlocks.PAGE + "-[0-9]+$");

  /** Makes Slack show a warning next to the button. */
  private static final Response NOT_TAKEN = Response.error(503);

  private final CommandParser parser;
  private final UseCases useCases;
  private final Workers workers;
  private final PrivateBlocks answers;
  private final Clock clock;
  private final Map<String, Press> presses;

  Listeners(
      CommandParser parser,
      UseCases useCases,
      Workers workers,
      PrivateBlocks answers,
      Clock clock) {
    this.parser = parser;
    this.useCases = useCases;
    this.workers = workers;
    this.answers = answers;
    this.clock = clock;
    presses =
        Map.of(
            RowBlocks.CONFIRM, click(useCases.decide()::confirm),
            RowBlocks.CANCEL, click(useCases.decide()::cancel),
            RowBlocks.ASK_TO_UNBLOCK, modal(orUnknown(useCases.modal()::openToUnblock)),
            RowBlocks.ASK_AGAIN, command(orUnknown(useCases.ask()::askAgain)),
            OverviewBlocks.PAGE, click(useCases.status()::turn));
  }

  void register(App app, Meters meters) {
    for (Verb verb : Verb.values()) {
      app.command(
          verb.command(),
          (request, context) -> {
            SlashCommandPayload payload = request.getPayload();
            Command command = parser.parse(verb, Optional.ofNullable(payload.getText()).orElse(""));
            meters.count(Metric.COMMANDS, verb.name().toLowerCase(Locale.ROOT), command.kind());
            return acknowledge(command, PayloadReader.of(payload, clock));
          });
    }
    app.blockAction(ANY_BUTTON, (request, context) -> pressed(request.getPayload()));
    app.event(AppHomeOpenedEvent.class, (event, context) -> homeOpened(event.getEvent().getUser()));
  }

  private Response acknowledge(Command command, Interaction interaction) {
    if (command instanceof Command.AnswerOnly answer) {
      return privately(answer.text());
    }
    if (command instanceof Command.ShowModal modal) {
      // Not behind what waits for Zoho: Slack gives a modal three seconds to open.
      return workers.modal(interaction, by -> useCases.modal().open(modal.action(), by))
          ? Response.ok()
          : privately(BUSY);
    }
    // What an acknowledgement says can never be removed, so it says nothing.
    return workers.command(interaction, lookingUp(command), work(command))
        ? Response.ok()
        : privately(BUSY);
  }

  private Supplier<String> lookingUp(Command command) {
    return () ->
        ThreadWording.lookingUp(
            command.mailboxes().isEmpty() ? Duration.ZERO : useCases.lookupDelay().get());
  }

  private Consumer<Interaction> work(Command command) {
    if (command instanceof Command.ChangeOutgoing change) {
      return by -> useCases.ask().ask(change, by);
    }
    Command.Look look = (Command.Look) command;
    return by -> Objects.requireNonNull(useCases.looks().get(look.verb())).accept(look, by);
  }

  /** Always ephemeral: an answer in the channel would show everybody there the typed command. */
  private Response privately(String text) {
    return Response.json(
        200,
        SlashCommandResponse.builder()
            .responseType("ephemeral")
            .text(answers.fallback(text))
            .blocks(answers.blocks(text))
            .build());
  }

  /** Answers an unknown button too: it may be forged or from an earlier version. */
  private Response pressed(BlockActionPayload payload) {
    BlockActionPayload.Action action = payload.getActions().get(0);
    String value = Optional.ofNullable(action.getValue()).orElse("");
    Press press = press(payload, Optional.ofNullable(action.getActionId()).orElse(""));
    Interaction click = PayloadReader.of(payload, clock);
    return press.offer(value, click) ? Response.ok() : NOT_TAKEN;
  }

  private Press press(BlockActionPayload payload, String id) {
    Press unknown = click(useCases.decide()::refuseUnknown);
    String key = PAGES.matcher(id).replaceFirst(OverviewBlocks.PAGE);
    boolean isPrivate = payload.getContainer() != null && payload.getContainer().isEphemeral();
    // A page replaces the message of its button, which must be visible to one person only.
    return key.equals(OverviewBlocks.PAGE) && !isPrivate
        ? unknown
        : presses.getOrDefault(key, unknown);
  }

  /** Refuses the button of whatever the work does not know. */
  private BiConsumer<String, Interaction> orUnknown(BiPredicate<String, Interaction> work) {
    return (id, click) -> {
      if (!work.test(id, click)) {
        useCases.decide().refuseUnknown(id, click);
      }
    };
  }

  private Response homeOpened(String userId) {
    Interaction opening = new Interaction("", Recipient.in("", new PersonName(userId, "")));
    return workers.click(opening, by -> useCases.home().opened(by.who()))
        ? Response.ok()
        : NOT_TAKEN;
  }

  private Press click(BiConsumer<String, Interaction> work) {
    return (value, click) -> workers.click(click, by -> work.accept(value, by));
  }

  private Press command(BiConsumer<String, Interaction> work) {
    return (value, click) -> workers.command(click, by -> work.accept(value, by));
  }

  private Press modal(BiConsumer<String, Interaction> work) {
    return (value, click) -> workers.modal(click, by -> work.accept(value, by));
  }

  private interface Press {
    /** Queues what the button does; false if too many wait. */
    boolean offer(String value, Interaction click);
  }
}
